package uk.kinbridge.referral.concern;

import java.time.Instant;
import java.util.ArrayList;
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
 * @param answer null until somebody says what is done about it
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
        @Nullable Answer answer) {

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

    /** What can be done about a picture. */
    public enum Action {
        REFERRED,
        LIAISED,
        WATCHED,
        NOTHING_MORE
    }

    public boolean isOpen() {
        return answer == null;
    }

    /** Its clock among those of the family. */
    String clockKind() {
        return "answer/" + rule;
    }

    Picture and(Concern concern) {
        var more = new ArrayList<>(concerns);
        more.add(concern.id());
        return new Picture(id, reference, rule, protocol, obligations, reasons, more, told, onBreach, at, answer);
    }

    Picture answered(Answer how) {
        return new Picture(id, reference, rule, protocol, obligations, reasons, concerns, told, onBreach, at, how);
    }
}
