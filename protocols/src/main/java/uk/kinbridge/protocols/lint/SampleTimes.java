package uk.kinbridge.protocols.lint;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.Deadlines;
import uk.kinbridge.protocols.time.OpeningHours;
import uk.kinbridge.protocols.time.Within;
import uk.kinbridge.protocols.time.Within.CalendarDays;
import uk.kinbridge.protocols.time.Within.CalendarMonths;
import uk.kinbridge.protocols.time.Within.Elapsed;
import uk.kinbridge.protocols.time.Within.WorkingDays;
import uk.kinbridge.protocols.time.Within.WorkingHours;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** Compares times allowed; unlike ones are tried over a year with its holidays, weekends and both clock changes. */
final class SampleTimes {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 365;
    private static final List<Instant> STARTS = Stream.iterate(
                    Instant.parse("2026-01-01T00:30:00Z"), start -> start.plus(Duration.ofHours(5)))
            .limit(DAYS * 24L / 5)
            .toList();

    /** The same few pairs come again and again. */
    private static final Map<Pair, Boolean> FITTING = new ConcurrentHashMap<>();

    private record Pair(Within shorter, Within longer, WorkingCalendar calendar) {}

    private SampleTimes() {}

    /** Whether the one can end later than the other. */
    static boolean canBeLonger(Within one, Within other, Pack pack) {
        return switch (one) {
            case Elapsed(Duration a) when other instanceof Elapsed(Duration b) -> a.compareTo(b) > 0;
            case WorkingHours(Duration a) when other instanceof WorkingHours(Duration b) -> a.compareTo(b) > 0;
            case WorkingDays(int a) when other instanceof WorkingDays(int b) -> a > b;
            case CalendarDays(int a) when other instanceof CalendarDays(int b) -> a > b;
            case CalendarMonths(int a) when other instanceof CalendarMonths(int b) -> a > b;
            default -> !one.equals(other) && tried(one, other, calendar(pack));
        };
    }

    /** Whether there is time left at the beginning of a day before the shorter one has to be seen to. */
    static boolean fitsInto(Within shorter, Within longer, Pack pack) {
        return FITTING.computeIfAbsent(new Pair(shorter, longer, calendar(pack)), SampleTimes::fits);
    }

    private static boolean fits(Pair pair) {
        return FIRST_DAY
                .datesUntil(FIRST_DAY.plusDays(DAYS))
                .filter(pair.calendar()::isWorkingDay)
                .map(pair.calendar()::opening)
                .allMatch(start -> Deadlines.warning(
                                pair.shorter(), Deadlines.compute(pair.longer(), start, pair.calendar()))
                        .isAfter(start));
    }

    private static boolean tried(Within one, Within other, WorkingCalendar calendar) {
        return STARTS.stream()
                .anyMatch(start -> Deadlines.compute(one, start, calendar)
                        .due()
                        .isAfter(Deadlines.compute(other, start, calendar).due()));
    }

    private static WorkingCalendar calendar(Pack pack) {
        OpeningHours hours = pack.hours() == null ? OpeningHours.OFFICE : pack.hours();
        return new WorkingCalendar(hours, pack.jurisdiction(), BankHolidays.shipped());
    }
}
