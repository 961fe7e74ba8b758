package uk.kinbridge.escalation.disagreement;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.time.Deadline;
import uk.kinbridge.protocols.time.Deadlines;
import uk.kinbridge.protocols.time.Within;

/**
 * How long a rung lasts before the disagreement goes further by itself.
 *
 * @param remindAt when both sides are reminded, before it is due
 */
record RungTime(Instant due, Instant remindAt, String calendar, String explanation) {

    /** Where a rung names no time, so that it still ends. */
    private static final Within WITHOUT_A_FIGURE = Within.workingDays(2);

    private static final Duration SHORTEST = Duration.ofMillis(1);

    /** The time of the answering agency counts: it is their answer that is waited for. */
    static RungTime of(Rules rules, int level, String answering, @Nullable Instant allRungsBy, Instant now) {
        return allRungsBy == null ? ordinary(rules, level, answering, now) : urgent(rules, level, answering, now);
    }

    /** What the protocol gives the level, or ours where it names no time. */
    static Within within(Rules rules, int level) {
        var named = rules.rung(level).within();
        return named == null ? WITHOUT_A_FIGURE : named;
    }

    static Instant reminderOf(Within within, Deadline deadline) {
        return Deadlines.warning(reminder(within), deadline);
    }

    private static RungTime ordinary(Rules rules, int level, String answering, Instant now) {
        var within = within(rules, level);
        var deadline = Deadlines.compute(within, now, rules.calendarOf(answering));
        return new RungTime(
                deadline.due(), reminderOf(within, deadline), deadline.calendarVersion(), deadline.explanation());
    }

    /** What is left of the working day is shared among the rungs that are left, so that it reaches the last in time. */
    private static RungTime urgent(Rules rules, int level, String answering, Instant now) {
        var calendar = rules.calendarOf(answering);
        var day = calendar.dayOf(now);
        var from = calendar.opening(day).isAfter(now) ? calendar.opening(day) : now;
        var left = Duration.between(from, calendar.closing(day));
        var share = longest(left.dividedBy(rules.top() - level + 1L), SHORTEST);
        var due = from.plus(share).truncatedTo(ChronoUnit.MILLIS);
        return new RungTime(
                due,
                from.plus(share.dividedBy(2)).truncatedTo(ChronoUnit.MILLIS),
                calendar.version(),
                "Immediate risk: what is left of the working day is shared among the %d rungs that are left."
                        .formatted(rules.top() - level + 1));
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
            case Within.Elapsed(Duration time) -> new Within.Elapsed(time.dividedBy(2));
            case Within.WorkingHours(Duration time) -> new Within.WorkingHours(time.dividedBy(2));
        };
    }
}
