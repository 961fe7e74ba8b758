package uk.kinbridge.referral.concern;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.PackReference;
import uk.kinbridge.referral.information.Worker;

/**
 * Concerns that have added up, raised to those who can act (JWP-08).
 *
 * @param rule the pack's rule by which they add up
 * @param protocol the version of the pack that the rule is of
 * @param reasons why, in words
 * @param concerns those that count in it
 * @param told agencies to whose people it was raised
 * @param onBreach who is told when nobody answers in time
 * @param grownAt when concerns joined it last; null when none has
 * @param answer null until somebody says what is done about it
 * @param lapsed why it waits for no answer any more, although nobody has given one; null otherwise
 */
public record Picture(
        String id,
        String reference,
        String rule,
        PackReference protocol,
        List<String> obligations,
        List<String> reasons,
        List<String> concerns,
        List<Addressee> told,
        List<Addressee> onBreach,
        Instant at,
        @Nullable Instant grownAt,
        @Nullable Answer answer,
        @Nullable Lapsed lapsed) {

    /** The notice by which those who can act hear of it. */
    static final String RAISED = "growing-picture";

    public Picture {
        obligations = List.copyOf(obligations);
        reasons = List.copyOf(reasons);
        concerns = List.copyOf(concerns);
        told = List.copyOf(told);
        onBreach = List.copyOf(onBreach);
    }

    /** A role in an agency. */
    public record Addressee(String agency, String role) {}

    /** What is done about it, and who says so. */
    public record Answer(Action action, String words, Worker by, Instant at) {}

    /** Its concerns turned out to be about two families, and those that are left do not add up by themselves. */
    public record Lapsed(Instant at, String why) {}

    /** What can be done about a picture. */
    public enum Action {
        REFERRED,
        LIAISED,
        WATCHED,
        NOTHING_MORE
    }

    public boolean isOpen() {
        return answer == null && lapsed == null;
    }

    /** Its clock among those of the family. */
    String clockKind() {
        return "answer/" + rule;
    }

    /** The same with what counts in it now, why, and who is to know. */
    Picture of(List<String> counting, List<String> why, List<Addressee> to, List<Addressee> toWhenLate, Instant now) {
        return new Picture(
                id, reference, rule, protocol, obligations, why, counting, to, toWhenLate, at, now, answer, lapsed);
    }

    Picture answered(Answer how) {
        return new Picture(
                id,
                reference,
                rule,
                protocol,
                obligations,
                reasons,
                concerns,
                told,
                onBreach,
                at,
                grownAt,
                how,
                lapsed);
    }

    Picture lapsed(List<String> left, Lapsed how) {
        return new Picture(
                id, reference, rule, protocol, obligations, reasons, left, told, onBreach, at, grownAt, answer, how);
    }
}
