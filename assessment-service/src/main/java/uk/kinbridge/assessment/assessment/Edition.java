package uk.kinbridge.assessment.assessment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An assessment as it was when somebody completed it, kept for good: the assessment goes on living, its versions do not
 * change.
 *
 * @param why what led to it: the first completion, a review, a change of the family's circumstances
 * @param changes what is different from the version before, in words
 */
public record Edition(
        int number,
        String why,
        String form,
        List<Part> parts,
        @Nullable RiskDecision risk,
        List<String> changes,
        Actor by,
        Instant at) {

    public Edition {
        parts = List.copyOf(parts);
        changes = List.copyOf(changes);
    }
}
