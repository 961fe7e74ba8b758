package uk.kinbridge.referral.referral;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.sharing.FieldGroup;

/**
 * A referral as one of its agencies reads it: what it wrote itself, and of the other's what the decisions on sharing let
 * through (ENG-11). Whatever leaves the service about a referral is taken from here.
 *
 * @param situation what is so in the case, as far as the reader told it or may know it
 * @param keptBack what the reader's own agency wrote and the other one does not read: requirements of the pathway
 */
public record Shown(
        Disclosed disclosed,
        Map<String, String> texts,
        List<Attachment> documents,
        @Nullable Call call,
        List<String> situation,
        List<String> keptBack,
        @Nullable Invitation invitation,
        List<Happening> history) {

    /** Of that referral, to that party. */
    public static Shown to(String agency, Referral referral, Rules rules) {
        var content = referral.content();
        if (agency.equals(referral.referrer().agency())) {
            return new Shown(
                    content.disclosed(),
                    content.texts(),
                    content.documents(),
                    content.call(),
                    situation(referral, agency, true),
                    keptBack(content, rules),
                    invitation(referral, agency, read(referral, agency)),
                    read(referral, agency));
        }
        var passedOn = referral.standing().passedOn();
        boolean next = !agency.equals(referral.recipient().agency());
        var disclosed = next && passedOn != null ? passedOn : content.disclosed();
        var through = content.letThrough(disclosed, rules.pathway());
        var history = next ? readByNext(referral, agency) : read(referral, agency);
        return new Shown(
                disclosed,
                through.texts(),
                through.documents(),
                next ? null : content.call(),
                situation(
                        referral,
                        agency,
                        content.disclosed().lets(FieldGroup.CONCERN) && disclosed.lets(FieldGroup.CONCERN)),
                List.of(),
                invitation(referral, agency, history),
                history);
    }

    /**
     * For a reader from whom somebody of the family is protected. Where and when she is to be found stands in what
     * people write as well as in an address, and nobody can tell it out of a text: what the reader wrote themself stays,
     * all else goes.
     *
     * @param person the reader
     */
    public Shown withoutWhereabouts(Referral referral, String person) {
        boolean wroteIt = referral.referrer().person().equals(person)
                && history.stream().filter(Amended::sends).allMatch(line -> isBy(person, line));
        return new Shown(
                disclosed.withoutAddress(),
                texts.entrySet().stream()
                        .filter(text -> correctedLast(text.getKey())
                                .map(line -> isBy(person, line))
                                .orElse(wroteIt))
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)),
                wroteIt ? documents : List.of(),
                wroteIt ? call : null,
                situation,
                keptBack,
                invitation != null && invitation.by().person().equals(person) ? invitation : null,
                history.stream()
                        .map(line -> isBy(person, line) ? line.withoutEarlierWords() : line.withoutWords())
                        .toList());
    }

    private Optional<Happening> correctedLast(String item) {
        return history.reversed().stream()
                .filter(line -> Amended.corrects(line, item))
                .findFirst();
    }

    private static boolean isBy(String person, Happening line) {
        return line.by() != null && line.by().person().equals(person);
    }

    /** Time and place are for those who may read of the appointment in the story (ADR 13). */
    private static @Nullable Invitation invitation(Referral referral, String agency, List<Happening> readable) {
        boolean may = agency.equals(referral.recipient().agency())
                || readable.stream().anyMatch(line -> line.said().containsKey(Act.APPOINTMENT));
        return may ? referral.invitation() : null;
    }

    /** @param whatWasSent whether the reader may know what the referral said when it was sent */
    private static List<String> situation(Referral referral, String agency, boolean whatWasSent) {
        var toldLater = new HashSet<String>();
        var readable = new HashSet<String>();
        for (var line : referral.history()) {
            toldLater.addAll(Amended.wordsTold(line));
            readable.addAll(Amended.wordsTold(line.readBy(agency)));
        }
        return referral.content().situation().stream()
                .filter(word -> readable.contains(word) || (whatWasSent && !toldLater.contains(word)))
                .toList();
    }

    private static List<String> keptBack(Content content, Rules rules) {
        var through = content.letThrough(content.disclosed(), rules.pathway());
        return java.util.stream.Stream.concat(
                        content.texts().keySet().stream()
                                .filter(item -> !through.texts().containsKey(item)),
                        content.documents().stream()
                                .filter(document -> !through.documents().contains(document))
                                .map(Attachment::item))
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Happening> read(Referral referral, String agency) {
        return referral.history().stream().map(line -> line.readBy(agency)).toList();
    }

    /** Who is asked to take a referral reads why, and not what the others have said to each other before. */
    private static List<Happening> readByNext(Referral referral, String agency) {
        var since = referral.history().stream()
                .filter(line -> line.what().equals("referral.redirected"))
                .map(Happening::at)
                .max(java.util.Comparator.naturalOrder())
                .orElse(referral.begunAt());
        return referral.history().stream()
                .map(line -> line.at().isBefore(since) ? line.withoutWords() : line.readBy(agency))
                .collect(Collectors.toUnmodifiableList());
    }
}
