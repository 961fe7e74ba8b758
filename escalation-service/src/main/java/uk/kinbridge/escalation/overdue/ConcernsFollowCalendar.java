package uk.kinbridge.escalation.overdue;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.escalation.overdue.OverdueConcerns.Held;
import uk.kinbridge.protocols.published.FollowsCalendars;

/** The time that a manager has to see something done follows newly published bank holidays (JWP-14). */
public class ConcernsFollowCalendar implements FollowsCalendars<Held> {

    private final OverdueConcerns concerns;
    private final ManagersTime time;

    public ConcernsFollowCalendar(OverdueConcerns concerns, ManagersTime time) {
        this.concerns = concerns;
        this.time = time;
    }

    @Override
    public String what() {
        return "concerns about overdue obligations";
    }

    @Override
    public List<Held> behind(String calendar, @Nullable Place after, int limit) {
        return concerns.behind(calendar, after, limit);
    }

    @Override
    public Place placeOf(Held held) {
        return new Place(
                held.concern().runningUnder().orElseThrow(), held.concern().id());
    }

    @Override
    public OptionalInt bring(Held held, Instant now) {
        var change = held.concern().brought(time, now);
        return change.isPresent() && concerns.save(held.version(), change.get(), now)
                ? OptionalInt.of(change.get().events().size())
                : OptionalInt.empty();
    }
}
