package uk.kinbridge.assessment.lost;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.kept.Actor;

/**
 * Somebody to be asked where the family is.
 *
 * @param number within the checklist, from one
 * @param role what kind of agency, as the protocol names it; null for one that people added
 * @param words for a person
 * @param asked each time that they were asked
 */
public record Line(
        int number, @Nullable String role, String words, List<Asked> asked) {

    public Line {
        asked = List.copyOf(asked);
    }

    /** What they said. */
    public enum Said {
        KNOWS,
        DOES_NOT_KNOW,
        /** They have to be asked again. */
        NOT_REACHED
    }

    /** That they were asked: by whom, whom exactly, and when. */
    public record Asked(String whom, Said said, @Nullable String words, Actor by, Instant at) {}

    boolean isAnswered() {
        return asked.stream().anyMatch(a -> a.said() != Said.NOT_REACHED);
    }

    boolean knows() {
        return asked.stream().anyMatch(a -> a.said() == Said.KNOWS);
    }

    Line with(Asked more) {
        return new Line(number, role, words, Stream.concat(asked.stream(), Stream.of(more)).toList());
    }
}
