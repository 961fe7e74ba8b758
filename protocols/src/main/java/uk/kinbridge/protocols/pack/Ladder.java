package uk.kinbridge.protocols.pack;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.time.Within;

/**
 * How a professional disagreement is settled: at the lowest level that can, and never by waiting.
 *
 * @param guidance who gives guidance on how to go on
 */
public record Ladder(
        RuleId id,
        String words,
        List<Rung> rungs,
        @Nullable Urgency urgency,
        List<Prompt> guidance,
        List<ObligationId> obligations)
        implements Entry {

    public Optional<Rung> rung(int level) {
        return rungs.stream().filter(rung -> rung.level() == level).findFirst();
    }

    Ladder with(@Nullable Urgency inherited) {
        return new Ladder(id, words, rungs, inherited, guidance, obligations);
    }

    /**
     * One level.
     *
     * @param who goes to their counterpart in the other agency
     * @param tell who hears that the disagreement has come to this level
     * @param adviseBeforehand the other agency is told of the intention first
     */
    public record Rung(
            RuleId id,
            int level,
            String words,
            List<PersonRole> who,
            List<PersonRole> counterpart,
            @Nullable Within within,
            Basis basis,
            List<AgencyRole> tell,
            boolean adviseBeforehand,
            List<ObligationId> obligations)
            implements Entry {}

    /** When there is no time for the rungs. */
    public record Urgency(
            RuleId id,
            Condition sameDay,
            Within within,
            Condition police,
            ContactId call,
            String words,
            List<ObligationId> obligations)
            implements Entry {}
}
