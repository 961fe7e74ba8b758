package uk.kinbridge.protocols.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The working time of one agency: its opening hours and the bank holidays of its jurisdiction, in Europe/London. */
public record WorkingCalendar(OpeningHours hours, Jurisdiction jurisdiction, BankHolidays bankHolidays) {

    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final int MINUTES_OF_A_DAY = 24 * 60;
    private static final int LONGEST_CLOSURE_IN_DAYS = 400;

    /** Monday to Friday, nine to five, with the bank holidays that were shipped. */
    public static WorkingCalendar office(Jurisdiction jurisdiction) {
        return office(jurisdiction, BankHolidays.shipped());
    }

    /** Monday to Friday, nine to five, with the bank holidays that have been published. */
    public static WorkingCalendar office(Jurisdiction jurisdiction, BankHolidays bankHolidays) {
        return new WorkingCalendar(OpeningHours.OFFICE, jurisdiction, bankHolidays);
    }

    /** Kept with every computed deadline, so that a newer list is noticed. */
    public String version() {
        return bankHolidays.version();
    }

    public boolean isWorkingDay(LocalDate date) {
        return hours.isOpenOn(date.getDayOfWeek())
                && (hours.onBankHolidays() || !bankHolidays.isHoliday(date.toEpochDay(), jurisdiction));
    }

    public boolean isOpenAt(Instant moment) {
        LocalDateTime local = local(moment);
        LocalDate date = local.toLocalDate();
        return isWorkingDay(date) && !moment.isBefore(opening(date)) && moment.isBefore(closing(date));
    }

    /** The day that something counts as begun on: this one until it closes, else the next worked one. */
    public LocalDate dayOf(Instant moment) {
        LocalDate date = local(moment).toLocalDate();
        return isWorkingDay(date) && moment.isBefore(closing(date)) ? date : workingDayAfter(date);
    }

    public LocalDate workingDayAfter(LocalDate date) {
        return nearest(date.plusDays(1), 1);
    }

    public LocalDate workingDayBefore(LocalDate date) {
        return nearest(date.minusDays(1), -1);
    }

    public LocalDate workingDayOnOrBefore(LocalDate date) {
        return nearest(date, -1);
    }

    public Instant opening(LocalDate date) {
        return at(date, hours.opens(date.getDayOfWeek()));
    }

    public Instant closing(LocalDate date) {
        return at(date, hours.closes(date.getDayOfWeek()));
    }

    static LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, LONDON);
    }

    private LocalDate nearest(LocalDate from, int step) {
        LocalDate date = from;
        for (int tried = 0; tried < LONGEST_CLOSURE_IN_DAYS; tried++) {
            if (isWorkingDay(date)) {
                return date;
            }
            date = date.plusDays(step);
        }
        throw new IllegalStateException("No working day within a year of " + from + " for " + hours);
    }

    private static Instant at(LocalDate date, int minuteOfDay) {
        LocalDate day = minuteOfDay < MINUTES_OF_A_DAY ? date : date.plusDays(1);
        LocalTime time = LocalTime.ofSecondOfDay((minuteOfDay % MINUTES_OF_A_DAY) * 60L);
        return ZonedDateTime.of(day, time, LONDON).toInstant();
    }
}
