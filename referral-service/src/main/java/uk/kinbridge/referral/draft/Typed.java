package uk.kinbridge.referral.draft;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.Missing;
import uk.kinbridge.protocols.pack.Pathway;
import uk.kinbridge.protocols.pack.Requirement;
import uk.kinbridge.protocols.sharing.ChildConcern;
import uk.kinbridge.referral.information.StatedSharing;
import uk.kinbridge.referral.referral.Call;
import uk.kinbridge.referral.referral.Situation;
import uk.kinbridge.referral.referral.SubmitReferral;

/**
 * What somebody has typed of a referral so far. Anything may be missing or wrong still: it is looked at when it is sent,
 * and not before, so that nothing typed is ever refused.
 */
public record Typed(
        @Nullable String protocol,
        @Nullable String pathway,
        @Nullable String familyId,
        @Nullable String subjectId,
        @Nullable String recipientAgency,
        Map<String, String> texts,
        List<SubmitReferral.Enclosure> documents,
        @Nullable TypedCall call,
        List<String> situation,
        @Nullable String earlier,
        @Nullable StatedSharing sharing) {

    public Typed {
        texts = Map.copyOf(texts);
        documents = List.copyOf(documents);
        situation = List.copyOf(situation);
    }

    /** A call that is written down bit by bit. */
    public record TypedCall(
            @Nullable Instant at,
            @Nullable String spokeTo,
            @Nullable String decision,
            Call.@Nullable Proceed proceed) {

        @Nullable
        Call whole() {
            return at == null || decision == null || spokeTo == null || proceed == null
                    ? null
                    : new Call(at, spokeTo, decision, proceed);
        }
    }

    /**
     * Whether what is so in the case allows no waiting (SAL-15, JWP-11, ENG-07), wherever it has been typed: among what
     * is so, in what is stated about sharing, or by the choice of a way that is for significant harm alone.
     *
     * @param ofPathway the words of the facts that a referral on its pathway states
     */
    boolean allowsNoWaiting(List<String> ofPathway) {
        var stated = stated();
        return Boolean.TRUE.equals(stated.immediateDanger())
                || stated.childConcern() == ChildConcern.SIGNIFICANT_HARM
                || Stream.of(situation, ofPathway, stated.facts())
                        .filter(Objects::nonNull)
                        .flatMap(words -> Situation.facts(words).stream())
                        .anyMatch(Situation::allowsNoWaiting);
    }

    /** Fields without which nothing can be sent, each with a sentence; empty when the referral can be looked at. */
    public Map<String, String> unfinished() {
        var unfinished = new TreeMap<String, String>();
        need("protocol", protocol, "Which protocol is it sent under?", unfinished);
        need("pathway", pathway, "Which way does it go?", unfinished);
        need("familyId", familyId, "Which family is it about?", unfinished);
        need("subjectId", subjectId, "Who of the family is referred?", unfinished);
        need("recipientAgency", recipientAgency, "Who shall receive it?", unfinished);
        if (call != null && call.whole() == null) {
            unfinished.put("call", "Say when the call was, who answered, what was agreed and how it goes on.");
        }
        return unfinished;
    }

    private static void need(String field, @Nullable String value, String ask, Map<String, String> unfinished) {
        if (value == null || value.isBlank()) {
            unfinished.put(field, ask);
        }
    }

    /** What the pathway asks for and is not typed yet. */
    public List<Missing> missing(Pathway asked) {
        return asked.missing(asked.requires().stream()
                .filter(this::answers)
                .map(Requirement::id)
                .toList());
    }

    private boolean answers(Requirement requirement) {
        var item = requirement.id().value();
        return switch (requirement.kind()) {
            case DOCUMENT -> documents.stream().anyMatch(d -> d.item().equals(item));
            case CALL -> call != null && call.whole() != null;
            case TEXT, ANSWER -> !texts.getOrDefault(item, "").isBlank();
        };
    }

    /** For what is not {@link #unfinished}. */
    SubmitReferral.Request toRequest() {
        return new SubmitReferral.Request(
                text(protocol),
                text(pathway),
                text(familyId),
                text(subjectId),
                text(recipientAgency),
                texts,
                documents,
                call == null ? null : call.whole(),
                situation,
                earlier);
    }

    StatedSharing stated() {
        return sharing == null ? StatedSharing.NOTHING : sharing;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
