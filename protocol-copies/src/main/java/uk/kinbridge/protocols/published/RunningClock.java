package uk.kinbridge.protocols.published;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.clock.Allowance;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.protocols.time.Deadline;
import uk.kinbridge.protocols.time.Deadlines;
import uk.kinbridge.protocols.time.Within;

/** A clock of a record, as its protocol gives it: it keeps what it was computed from, so that {@link Brought} can again. */
public final class RunningClock {

    private RunningClock() {}

    /**
     * For the purpose of a notice that a clock is due soon: who was warned of a time that has moved since is warned again,
     * and a notice of the same purpose would be taken for a repetition.
     *
     * @return nothing for a clock that has not moved
     */
    public static String again(Clock clock) {
        var moves = clock.variations().size();
        return moves == 0 ? "" : "-" + (moves + 1);
    }

    /**
     * Starts with the deadline, in whose calendar the owner works.
     *
     * @param warnBefore null for a clock that does not warn
     */
    public static Clock started(
            String kind, List<String> obligations, Owner owner, Deadline deadline, @Nullable Within warnBefore) {
        return Clock.started(
                        kind,
                        obligations,
                        owner,
                        deadline.start(),
                        deadline.due(),
                        warnBefore == null ? null : Deadlines.warning(warnBefore, deadline),
                        deadline.calendarVersion(),
                        deadline.explanation())
                .allowing(
                        new Allowance(deadline.within().toString(), warnBefore == null ? null : warnBefore.toString()));
    }
}
