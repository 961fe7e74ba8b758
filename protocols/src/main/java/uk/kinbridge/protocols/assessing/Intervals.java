package uk.kinbridge.protocols.assessing;

import java.time.Duration;
import uk.kinbridge.protocols.time.Within;

/** Compares times allowed with one another. A deadline is never computed like this; that takes a calendar. */
public final class Intervals {

    private static final int DAYS_OF_A_WEEK = 7;
    private static final int WORKING_DAYS_OF_A_WEEK = 5;
    private static final int HOURS_OF_A_WORKING_DAY = 8;
    private static final int DAYS_OF_A_MONTH = 30;

    private Intervals() {}

    /** About how long it is, holidays left out of account. */
    public static Duration roughly(Within within) {
        return switch (within) {
            case Within.Elapsed(Duration time) -> time;
            case Within.WorkingHours(Duration time) ->
                workingDays(1).multipliedBy(time.toMinutes()).dividedBy(HOURS_OF_A_WORKING_DAY * 60L);
            case Within.SameWorkingDay() -> Duration.ofHours(HOURS_OF_A_WORKING_DAY);
            case Within.WorkingDays(int days) -> workingDays(days);
            case Within.CalendarDays(int days) -> Duration.ofDays(days);
            case Within.CalendarMonths(int months) -> Duration.ofDays((long) months * DAYS_OF_A_MONTH);
        };
    }

    private static Duration workingDays(int days) {
        return Duration.ofDays((long) days * DAYS_OF_A_WEEK).dividedBy(WORKING_DAYS_OF_A_WEEK);
    }
}
