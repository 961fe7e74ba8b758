package uk.kinbridge.assessment.assessment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The outcome as the referrer gets it in writing (HAC-04, SAL-24).
 *
 * @param levelOfUse as assessed; null where the assessment was not of that
 * @param riskToParenting as assessed; null where the assessment was not of that
 * @param rationale why it is closed or nothing further is done; null where work goes on
 * @param receivedBy the person who confirmed that it has reached them; null until then
 */
public record SharedOutcome(
        String to,
        String words,
        @Nullable String levelOfUse,
        @Nullable String riskToParenting,
        boolean goesOn,
        @Nullable String rationale,
        Actor by,
        Instant at,
        @Nullable Actor receivedBy,
        @Nullable Instant receivedAt) {

    SharedOutcome received(Actor who, Instant when) {
        return new SharedOutcome(to, words, levelOfUse, riskToParenting, goesOn, rationale, by, at, who, when);
    }
}
