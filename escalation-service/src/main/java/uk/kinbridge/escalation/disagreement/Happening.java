package uk.kinbridge.escalation.disagreement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a disagreement's story, for both sides.
 *
 * @param by who did it; null when time did
 */
public record Happening(
        Instant at, String what, String words, @Nullable Actor by, List<String> obligations) {

    public Happening {
        obligations = List.copyOf(obligations);
    }
}
