package uk.kinbridge.assessment.assessment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of an assessment's story. Words are ours, never what somebody typed about a member of the family.
 *
 * @param by who did it; null when time or another service did
 */
public record Happening(
        Instant at, String what, String words, @Nullable Actor by, List<String> obligations) {

    public Happening {
        obligations = List.copyOf(obligations);
    }
}
