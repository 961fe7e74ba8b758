package uk.kinbridge.protocols.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.reading.Word;
import uk.kinbridge.protocols.time.Within;

/**
 * How an area weighs what was found. It proposes; a person decides. What several factors do together is said by the
 * rules that raise the risk.
 *
 * @param levels from the lowest to the highest
 */
public record RiskModel(
        RuleId id, String title, List<Factor> factors, List<Level> levels, String words, List<ObligationId> obligations)
        implements Entry {

    /** Where a factor lies. */
    public enum Domain implements Word {
        ADULT,
        PARENTING,
        ENVIRONMENT,
        CHILD
    }

    /**
     * Something that adds to the risk.
     *
     * @param weight from one; how much it adds
     * @param fact what in the case shows it, beside the answers that name it
     * @param vulnerability whether it counts as one of the protocol's vulnerability factors
     */
    public record Factor(
            FactorId id,
            Domain domain,
            int weight,
            @Nullable Fact fact,
            boolean vulnerability,
            String words,
            List<ObligationId> obligations)
            implements Entry {}

    /**
     * A level of the area's own model.
     *
     * @param from the weight from which it is proposed
     * @param reviewEvery by when the assessment is looked at again
     * @param referral whether a referral is proposed at this level
     */
    public record Level(
            RuleId id,
            int from,
            Within reviewEvery,
            Basis basis,
            boolean referral,
            String words,
            List<ObligationId> obligations)
            implements Entry {}
}
