package uk.kinbridge.assessment.kept;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a record's story; lines are added and never changed.
 *
 * @param what the word for it, such as {@code appointment.missed}
 * @param words the same for a person
 * @param by who did it; null when time did
 * @param obligations under which it was done
 */
public record Happening(
        Instant at, String what, String words, @Nullable Actor by, List<String> obligations) {

    public Happening {
        obligations = List.copyOf(obligations);
    }
}
