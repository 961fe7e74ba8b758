package uk.kinbridge.protocols.time;

import java.time.Instant;

/** How far back "within three months" reaches, seen from a moment: by the calendar in London. */
public final class Lookback {

    private Lookback() {}

    /** The moment from which on things count; working time is looked back on as plain days. */
    public static Instant from(Within during, Instant now) {
        var here = now.atZone(WorkingCalendar.LONDON);
        return switch (during) {
            case Within.Elapsed(var time) -> now.minus(time);
            case Within.WorkingHours(var time) -> now.minus(time);
            case Within.WorkingDays(int days) -> here.minusDays(days).toInstant();
            case Within.SameWorkingDay() ->
                here.toLocalDate().atStartOfDay(WorkingCalendar.LONDON).toInstant();
            case Within.CalendarDays(int days) -> here.minusDays(days).toInstant();
            case Within.CalendarMonths(int months) -> here.minusMonths(months).toInstant();
        };
    }
}
