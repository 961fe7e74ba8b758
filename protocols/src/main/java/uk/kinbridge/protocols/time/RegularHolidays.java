package uk.kinbridge.protocols.time;

import static java.time.temporal.TemporalAdjusters.firstInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;
import static java.time.temporal.TemporalAdjusters.next;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Map;
import java.util.TreeMap;

/**
 * The bank holidays that come every year, for years whose list has not been published yet. A guess, and called one: the
 * published list may add a day or move one, and running clocks are then computed again.
 */
final class RegularHolidays {

    private final int year;
    private final Map<LocalDate, String> dates = new TreeMap<>();

    private RegularHolidays(int year) {
        this.year = year;
    }

    static Map<LocalDate, String> of(Jurisdiction jurisdiction, int year) {
        var holidays = new RegularHolidays(year);
        holidays.everywhere();
        switch (jurisdiction) {
            case ENGLAND_AND_WALES -> holidays.englandWalesAndNorthernIreland();
            case NORTHERN_IRELAND -> {
                holidays.englandWalesAndNorthernIreland();
                holidays.observed(LocalDate.of(year, Month.MARCH, 17), "St Patrick's Day");
                holidays.observed(LocalDate.of(year, Month.JULY, 12), "Battle of the Boyne");
            }
            case SCOTLAND -> holidays.scotland();
        }
        return holidays.dates;
    }

    private void everywhere() {
        observed(LocalDate.of(year, Month.JANUARY, 1), "New Year's Day");
        add(easterSunday().minusDays(2), "Good Friday");
        add(monday(Month.MAY, true), "Early May bank holiday");
        add(monday(Month.MAY, false), "Spring bank holiday");
        observed(LocalDate.of(year, Month.DECEMBER, 25), "Christmas Day");
        observed(LocalDate.of(year, Month.DECEMBER, 26), "Boxing Day");
    }

    private void englandWalesAndNorthernIreland() {
        add(easterSunday().plusDays(1), "Easter Monday");
        add(monday(Month.AUGUST, false), "Summer bank holiday");
    }

    private void scotland() {
        observed(LocalDate.of(year, Month.JANUARY, 2), "2nd January");
        add(monday(Month.AUGUST, true), "Summer bank holiday");
        observed(LocalDate.of(year, Month.NOVEMBER, 30), "St Andrew's Day");
    }

    private LocalDate monday(Month month, boolean first) {
        LocalDate day = LocalDate.of(year, month, 1);
        return day.with(first ? firstInMonth(DayOfWeek.MONDAY) : lastInMonth(DayOfWeek.MONDAY));
    }

    /** At a weekend, or on a day that is taken, it moves to the next free weekday. */
    private void observed(LocalDate date, String name) {
        LocalDate day = date;
        while (isWeekend(day) || dates.containsKey(day)) {
            day = isWeekend(day) ? day.with(next(DayOfWeek.MONDAY)) : day.plusDays(1);
        }
        add(day, name);
    }

    private void add(LocalDate date, String name) {
        dates.put(date, name + " (expected)");
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** The Gregorian computus in the form of Meeus, Jones and Butcher. */
    private LocalDate easterSunday() {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
