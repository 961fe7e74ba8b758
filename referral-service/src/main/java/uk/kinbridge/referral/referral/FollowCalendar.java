package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.protocols.published.Calendars;
import uk.kinbridge.referral.referral.Referrals.CalendarPosition;
import uk.kinbridge.referral.referral.Referrals.Held;
import uk.kinbridge.referral.referral.Referrals.Saved;

/**
 * Brings every running clock up to the newest bank holidays, batch by batch. What is left to do is read off the
 * referrals themselves, so it may be interrupted, repeated, and done by several instances at once: each clock moves
 * once.
 */
public class FollowCalendar {

    /** Hears how far it has come. */
    public interface Progress {
        void reached(Done done);

        /** One that cannot be looked at must not stop the others; the next round meets it again. */
        void failed(String referralId, RuntimeException why);
    }

    /**
     * How far it has come.
     *
     * @param looked referrals that were looked at
     * @param changed referrals that were saved with the new list
     * @param moved clocks whose due time has moved
     */
    public record Done(String calendar, int looked, int changed, int moved) {}

    private static final int BATCH = 200;

    private final Referrals referrals;
    private final PinnedRules rules;
    private final Calendars calendars;

    public FollowCalendar(Referrals referrals, PinnedRules rules, Calendars calendars) {
        this.referrals = referrals;
        this.rules = rules;
        this.calendars = calendars;
    }

    /** Goes through all that are behind; costs one look into an index when none is. */
    public Done follow(Instant now, Progress progress) {
        var calendar = calendars.newest().version();
        var done = new Done(calendar, 0, 0, 0);
        @Nullable CalendarPosition after = null;
        while (true) {
            var batch = referrals.behind(calendar, after, BATCH);
            if (batch.isEmpty()) {
                return done;
            }
            for (var held : batch) {
                done = bring(held, done, now, progress);
            }
            after = position(batch.getLast());
            progress.reached(done);
        }
    }

    private Done bring(Held held, Done done, Instant now, Progress progress) {
        Optional<Change<Referral, ReferralEvent>> change;
        try {
            change = held.referral().recompute(rules.of(held.referral()), now);
        } catch (IllegalStateException | IllegalArgumentException bug) {
            progress.failed(held.referral().id(), bug);
            change = Optional.empty();
        }
        if (change.isEmpty()) {
            return new Done(done.calendar, done.looked + 1, done.changed, done.moved);
        }
        // Whoever was first has changed it under rules of their own; the next round looks at it again.
        var saved = referrals.save(held.version(), change.get(), now) == Saved.DONE;
        return new Done(
                done.calendar,
                done.looked + 1,
                done.changed + (saved ? 1 : 0),
                done.moved + (saved ? change.get().events().size() : 0));
    }

    private static CalendarPosition position(Held held) {
        return new CalendarPosition(
                held.referral().oldestCalendar().orElseThrow(), held.referral().id());
    }
}
