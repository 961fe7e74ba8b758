package uk.kinbridge.assessment.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an assessment brings with it, as the protocol's rules say: another assessment beside it (HAC-07, SAL-26), a
 * referral such as that of a young carer (DOR-08), a talk with the duty team (DOR-05).
 *
 * @param rule the pack's rule
 * @param assess kind of the assessment that is owed; null when it is a way to take
 * @param take the way to take, such as {@code refer child-to-duty-team}; null when it is an assessment
 * @param settledBy what has settled it: the other assessment, or the referral; null when words alone have, or nothing
 * @param settled who settled it and how; null while it is owed
 */
public record Owed(
        String rule,
        @Nullable String assess,
        @Nullable String take,
        String words,
        List<String> obligations,
        Instant since,
        @Nullable String settledBy,
        Joint.@Nullable Said settled) {

    private static final String REFER = "refer ";

    public Owed {
        obligations = List.copyOf(obligations);
    }

    /** It is not settled yet. */
    static Owed still(
            String rule,
            @Nullable String assess,
            @Nullable String take,
            String words,
            List<String> obligations,
            Instant since) {
        return new Owed(rule, assess, take, words, obligations, since, null, null);
    }

    public boolean isSettled() {
        return settled != null || settledBy != null;
    }

    /** The pathway of the referral that is owed; empty when it is none. */
    public Optional<String> pathway() {
        return Optional.ofNullable(take).filter(way -> way.startsWith(REFER)).map(way -> way.substring(REFER.length()));
    }

    /** Names the clock that runs until it is settled. */
    public String clock() {
        return "owed-" + rule + (assess == null ? "" : "-assessment");
    }

    /** One rule may want both, another assessment and a way to take. */
    boolean isSameAs(Owed other) {
        return clock().equals(other.clock());
    }

    Owed settled(@Nullable String with, Joint.@Nullable Said how) {
        return new Owed(rule, assess, take, words, obligations, since, with, how);
    }
}
