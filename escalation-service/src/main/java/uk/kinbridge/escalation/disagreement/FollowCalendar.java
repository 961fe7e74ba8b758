package uk.kinbridge.escalation.disagreement;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.escalation.disagreement.Disagreements.Held;
import uk.kinbridge.escalation.disagreement.Disagreements.Saved;
import uk.kinbridge.protocols.published.FollowsCalendars;

/** The running level of every open disagreement follows newly published bank holidays. */
public class FollowCalendar implements FollowsCalendars<Held> {

    private final Disagreements disagreements;
    private final PinnedRules rules;

    public FollowCalendar(Disagreements disagreements, PinnedRules rules) {
        this.disagreements = disagreements;
        this.rules = rules;
    }

    @Override
    public String what() {
        return "disagreements";
    }

    @Override
    public List<Held> behind(String calendar, @Nullable Place after, int limit) {
        return disagreements.behind(calendar, after, limit);
    }

    @Override
    public Place placeOf(Held held) {
        var disagreement = held.disagreement();
        return new Place(disagreement.oldestCalendar().orElseThrow(), disagreement.id());
    }

    @Override
    public OptionalInt bring(Held held, Instant now) {
        var disagreement = held.disagreement();
        var change = new NewHolidays(disagreement, rules.of(disagreement), now).brought();
        return change.isPresent() && disagreements.save(held.version(), change.get(), now) == Saved.DONE
                ? OptionalInt.of(change.get().events().isEmpty() ? 0 : 1)
                : OptionalInt.empty();
    }
}
