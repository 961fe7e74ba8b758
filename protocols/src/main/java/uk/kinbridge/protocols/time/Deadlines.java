package uk.kinbridge.protocols.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import uk.kinbridge.protocols.time.Within.CalendarDays;
import uk.kinbridge.protocols.time.Within.CalendarMonths;
import uk.kinbridge.protocols.time.Within.Elapsed;
import uk.kinbridge.protocols.time.Within.SameWorkingDay;
import uk.kinbridge.protocols.time.Within.WorkingDays;
import uk.kinbridge.protocols.time.Within.WorkingHours;

/** Computes when something is due, and when to warn before it. Pure. */
public final class Deadlines {

    private Deadlines() {}

    public static Deadline compute(Within within, Instant startedAt, WorkingCalendar calendar) {
        Instant start = startedAt.truncatedTo(ChronoUnit.MILLIS);
        return new Deadline(within, start, due(within, start, calendar), calendar);
    }

    /** The moment that lies so long before the deadline, never before its start. */
    public static Instant warning(Within before, Deadline deadline) {
        Instant warning = before(before, deadline.due(), deadline.calendar());
        return warning.isBefore(deadline.start()) ? deadline.start() : warning;
    }

    private static Instant due(Within within, Instant start, WorkingCalendar calendar) {
        return switch (within) {
            case Elapsed(Duration time) -> start.plus(time);
            case WorkingHours(Duration time) -> afterWorking(time, start, calendar);
            case WorkingDays(int days) -> afterWorkingDays(days, start, calendar);
            case SameWorkingDay() -> calendar.closing(calendar.dayOf(start));
            case CalendarDays(int days) ->
                notBefore(start, byClosingOf(dateOf(start).plusDays(days), calendar), calendar);
            case CalendarMonths(int months) ->
                notBefore(start, byClosingOf(dateOf(start).plusMonths(months), calendar), calendar);
        };
    }

    private static Instant afterWorkingDays(int days, Instant start, WorkingCalendar calendar) {
        LocalDate day = calendar.dayOf(start);
        for (int counted = 0; counted < days; counted++) {
            day = calendar.workingDayAfter(day);
        }
        return calendar.closing(day);
    }

    private static Instant afterWorking(Duration time, Instant start, WorkingCalendar calendar) {
        LocalDate day = calendar.dayOf(start);
        Instant from = latest(start, calendar.opening(day));
        Duration left = time;
        while (left.compareTo(Duration.between(from, calendar.closing(day))) > 0) {
            left = left.minus(Duration.between(from, calendar.closing(day)));
            day = calendar.workingDayAfter(day);
            from = calendar.opening(day);
        }
        return from.plus(left);
    }

    private static Instant byClosingOf(LocalDate date, WorkingCalendar calendar) {
        return calendar.closing(calendar.workingDayOnOrBefore(date));
    }

    /** A day or two over a long weekend would end before it began: then it is the next closing. */
    private static Instant notBefore(Instant start, Instant due, WorkingCalendar calendar) {
        return due.isAfter(start) ? due : calendar.closing(calendar.dayOf(start));
    }

    private static Instant before(Within before, Instant due, WorkingCalendar calendar) {
        return switch (before) {
            case Elapsed(Duration time) -> due.minus(time);
            case WorkingHours(Duration time) -> beforeWorking(time, due, calendar);
            case WorkingDays(int days) -> beforeWorkingDays(days, due, calendar);
            case SameWorkingDay() -> calendar.opening(calendar.workingDayOnOrBefore(dateOf(due)));
            case CalendarDays(int days) -> byClosingOf(dateOf(due).minusDays(days), calendar);
            case CalendarMonths(int months) -> byClosingOf(dateOf(due).minusMonths(months), calendar);
        };
    }

    private static Instant beforeWorkingDays(int days, Instant due, WorkingCalendar calendar) {
        LocalDate day = calendar.workingDayOnOrBefore(dateOf(due));
        for (int counted = 0; counted < days; counted++) {
            day = calendar.workingDayBefore(day);
        }
        return calendar.closing(day);
    }

    private static Instant beforeWorking(Duration time, Instant due, WorkingCalendar calendar) {
        LocalDate day = calendar.workingDayOnOrBefore(dateOf(due));
        if (!calendar.opening(day).isBefore(due)) {
            day = calendar.workingDayBefore(day);
        }
        Instant to = earliest(due, calendar.closing(day));
        Duration left = time;
        while (left.compareTo(Duration.between(calendar.opening(day), to)) > 0) {
            left = left.minus(Duration.between(calendar.opening(day), to));
            day = calendar.workingDayBefore(day);
            to = calendar.closing(day);
        }
        return to.minus(left);
    }

    private static LocalDate dateOf(Instant moment) {
        return WorkingCalendar.local(moment).toLocalDate();
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earliest(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
