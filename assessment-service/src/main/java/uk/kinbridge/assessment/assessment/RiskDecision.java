package uk.kinbridge.assessment.assessment;

import java.time.Instant;
import java.util.List;

/**
 * What a person decided on the risk, beside what the area's model proposed and why (HAC-12): the model never decides.
 *
 * @param level of the area's model
 * @param proposed what the model proposed
 * @param reasons the model's
 * @param reviewEvery by when it is looked at again, as the pack writes it
 * @param reason the person's
 */
public record RiskDecision(
        String level,
        String proposed,
        List<String> factors,
        List<String> reasons,
        String reviewEvery,
        String reason,
        Actor by,
        Instant at) {

    public RiskDecision {
        factors = List.copyOf(factors);
        reasons = List.copyOf(reasons);
    }
}
