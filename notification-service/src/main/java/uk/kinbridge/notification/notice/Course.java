package uk.kinbridge.notification.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How a notice has gone its way so far.
 *
 * @param acted what it asked for was done at its source
 * @param tellings everybody who was told, in order
 * @param stepsTaken so many steps of the chase are behind it
 * @param resolveAt when the directory is asked again who answers for it; null when that is known
 */
public record Course(
        @Nullable Deed acted,
        List<Telling> tellings,
        int stepsTaken,
        @Nullable Instant resolveAt) {

    static final Course NONE = new Course(null, List.of(), 0, null);

    public Course {
        tellings = List.copyOf(tellings);
    }

    Course acted(Deed deed) {
        return new Course(deed, tellings, stepsTaken, resolveAt);
    }

    Course steps(int taken) {
        return new Course(acted, tellings, taken, resolveAt);
    }

    Course resolvingAt(@Nullable Instant at) {
        return new Course(acted, tellings, stepsTaken, at);
    }

    Course and(IntFunction<Telling> next) {
        var more = new ArrayList<>(tellings);
        more.add(next.apply(tellings.size() + 1));
        return new Course(acted, more, stepsTaken, resolveAt);
    }
}
