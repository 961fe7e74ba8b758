package uk.kinbridge.assessment.lost;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.kept.Actor;

/**
 * Who is told when the family stays lost: the front door of Children's Social Care (SAL-21).
 *
 * @param agencies of the area
 * @param numbers whom to call, with the telephone number
 * @param askedAt when it was asked to know of it; null while others may still know
 * @param informed that a person there knows; null while nobody has said so
 */
public record FrontDoor(
        List<String> agencies,
        List<Desk> numbers,
        @Nullable Instant askedAt,
        @Nullable Informed informed) {

    public FrontDoor {
        agencies = List.copyOf(agencies);
        numbers = List.copyOf(numbers);
    }

    /** Whom to call. */
    public record Desk(String name, List<String> telephones, String cover) {
        public Desk {
            telephones = List.copyOf(telephones);
        }
    }

    /** How they came to know. */
    public record Informed(Actor by, Instant at, String words) {}

    FrontDoor asked(Instant at) {
        return new FrontDoor(agencies, numbers, at, informed);
    }

    FrontDoor informed(Informed how) {
        return new FrontDoor(agencies, numbers, askedAt, how);
    }

    String spoken() {
        return numbers.isEmpty() || numbers.getFirst().telephones().isEmpty()
                ? "the duty telephone number of the area"
                : numbers.getFirst().name() + ", "
                        + numbers.getFirst().telephones().getFirst();
    }
}
