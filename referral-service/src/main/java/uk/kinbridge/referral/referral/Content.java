package uk.kinbridge.referral.referral;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.ItemId;
import uk.kinbridge.protocols.pack.Pathway;
import uk.kinbridge.protocols.pack.Requirement;

/**
 * What a referral says.
 *
 * @param texts written answers, by the requirement that they answer; blank ones answer nothing
 * @param documents what was uploaded with it
 * @param call the call that came before it; null where none was needed
 * @param situation what is so in the case, in the words of the closed vocabulary of the packs
 * @param earlier the referral of which this is the next one (SAL-33); null for a first one
 */
public record Content(
        Disclosed disclosed,
        Map<String, String> texts,
        List<Attachment> documents,
        @Nullable Call call,
        List<String> situation,
        @Nullable String earlier) {

    public Content {
        texts = Map.copyOf(texts);
        documents = List.copyOf(documents);
        situation = List.copyOf(situation);
    }

    /** With more answers; a newer text to the same requirement takes the place of the older one. */
    Content with(Map<String, String> moreTexts, List<Attachment> moreDocuments) {
        var allTexts = new HashMap<>(texts);
        allTexts.putAll(moreTexts);
        var allDocuments = new ArrayList<>(documents);
        moreDocuments.stream().filter(d -> !documents.contains(d)).forEach(allDocuments::add);
        return new Content(disclosed, allTexts, allDocuments, call, situation, earlier);
    }

    /** What of the answers goes where that of the family is disclosed. */
    Content letThrough(Disclosed to, Pathway pathway) {
        var letTexts = new HashMap<String, String>();
        texts.forEach((item, text) -> {
            if (disclosed.lets(item, pathway) && to.lets(item, pathway)) {
                letTexts.put(item, text);
            }
        });
        var letDocuments = documents.stream()
                .filter(d -> disclosed.lets(d.item(), pathway) && to.lets(d.item(), pathway))
                .toList();
        return new Content(to, letTexts, letDocuments, call, situation, earlier);
    }

    Content withDisclosed(Disclosed other) {
        return new Content(other, texts, documents, call, situation, earlier);
    }

    Content withSituation(List<String> words) {
        return new Content(disclosed, texts, documents, call, words, earlier);
    }

    /** What the pathway asks for and this answers. An answer of the wrong kind does not answer: a text is no document. */
    List<ItemId> provided(Pathway pathway) {
        return pathway.requires().stream()
                .filter(this::answers)
                .map(Requirement::id)
                .toList();
    }

    private boolean answers(Requirement requirement) {
        var item = requirement.id().value();
        return switch (requirement.kind()) {
            case DOCUMENT -> documents.stream().anyMatch(d -> d.item().equals(item));
            case CALL -> call != null;
            case TEXT, ANSWER -> !texts.getOrDefault(item, "").isBlank();
        };
    }
}
