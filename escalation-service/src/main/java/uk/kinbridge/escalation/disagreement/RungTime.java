package uk.kinbridge.escalation.disagreement;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.protocols.published.RunningClock;
import uk.kinbridge.protocols.time.Deadlines;
import uk.kinbridge.protocols.time.Within;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** How long a rung lasts before the disagreement goes further by itself; both sides are reminded before. */
final class RungTime {

    /** Where a rung names no time, so that it still ends. */
    private static final Within WITHOUT_A_FIGURE = Within.workingDays(2);

    private static final Duration SHORTEST = Duration.ofMillis(1);

    private RungTime() {}

    /**
     * The clock of a rung that begins now. The time of the answering agency counts: it is their answer that is waited for.
     *
     * @param owner of the answering agency
     */
    static Clock clock(
            String kind,
            List<String> obligations,
            Owner owner,
            int level,
            @Nullable Instant allRungsBy,
            Rules rules,
            Instant now) {
        var calendar = rules.calendarOf(owner.agency());
        if (allRungsBy == null) {
            var within = within(rules, level);
            var deadline = Deadlines.compute(within, now, calendar);
            return RunningClock.started(kind, obligations, owner, deadline, reminder(within));
        }
        return urgent(kind, obligations, owner, rules.top() - level + 1, calendar, now);
    }

    /** What the protocol gives the level, or ours where it names no time. */
    private static Within within(Rules rules, int level) {
        var named = rules.rung(level).within();
        return named == null ? WITHOUT_A_FIGURE : named;
    }

    /**
     * What is left of the working day is shared among the rungs that are left, so that it reaches the last in time. It
     * waits for no holiday that is published meanwhile.
     */
    private static Clock urgent(
            String kind, List<String> obligations, Owner owner, int rungsLeft, WorkingCalendar calendar, Instant now) {
        var day = calendar.dayOf(now);
        var from = calendar.opening(day).isAfter(now) ? calendar.opening(day) : now;
        var left = Duration.between(from, calendar.closing(day));
        var share = longest(left.dividedBy(rungsLeft), SHORTEST);
        return Clock.started(
                kind,
                obligations,
                owner,
                now,
                from.plus(share).truncatedTo(ChronoUnit.MILLIS),
                from.plus(share.dividedBy(2)).truncatedTo(ChronoUnit.MILLIS),
                calendar.version(),
                "Immediate risk: what is left of the working day is shared among the %d rungs that are left."
                        .formatted(rungsLeft));
    }

    private static Duration longest(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    /** The packs name no reminder on a rung; ours comes a working day before, or hours before where it is short. */
    private static Within reminder(Within within) {
        return switch (within) {
            case Within.WorkingDays(int days) when days > 1 -> Within.workingDays(1);
            case Within.CalendarDays(int days) when days > 2 -> Within.workingDays(1);
            case Within.CalendarMonths _ -> Within.workingDays(2);
            case Within.WorkingDays _, Within.SameWorkingDay _, Within.CalendarDays _ -> Within.workingHours(2);
            case Within.Elapsed(Duration time) -> new Within.Elapsed(half(time));
            case Within.WorkingHours(Duration time) -> new Within.WorkingHours(half(time));
        };
    }

    /** In whole minutes, as times allowed are written. */
    private static Duration half(Duration time) {
        return longest(time.dividedBy(2).truncatedTo(ChronoUnit.MINUTES), Duration.ofMinutes(1));
    }
}
