package uk.kinbridge.directory.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.Jurisdiction;

/**
 * One list of bank holidays as it was published. It never changes again: deadlines name the version that they were
 * computed with.
 *
 * @param text the list as YAML
 */
record CalendarVersion(BankHolidays holidays, String text, Instant publishedAt, String publishedBy) {

    static final String THIS_RELEASE = "this release";
    static final Comparator<CalendarVersion> ORDER =
            Comparator.comparing((CalendarVersion list) -> list.day()).thenComparingInt(CalendarVersion::ofDay);

    private static final Pattern FORM = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:\\.(\\d+))?");

    static CalendarVersion shipped() {
        return new CalendarVersion(
                BankHolidays.shipped(), CalendarText.of(BankHolidays.shipped()), Instant.EPOCH, THIS_RELEASE);
    }

    /** Such as {@code 2026-11-23}, or {@code 2026-11-23.2} for the second one of that day. */
    String version() {
        return holidays.version();
    }

    String address() {
        return "/api/calendars/bank-holidays/versions/" + version();
    }

    /** The version that comes next; it always sorts after this one. */
    String next(LocalDate today) {
        return today.isAfter(day()) ? today.toString() : day() + "." + (ofDay() + 1);
    }

    private LocalDate day() {
        return LocalDate.parse(matched().group(1));
    }

    private int ofDay() {
        String number = matched().group(2);
        return number == null ? 1 : Integer.parseInt(number);
    }

    private Matcher matched() {
        Matcher matcher = FORM.matcher(version());
        if (!matcher.matches()) {
            throw new IllegalStateException("not a version of a list of bank holidays: " + version());
        }
        return matcher;
    }

    int firstYear() {
        return holidays.datesOf(Jurisdiction.ENGLAND_AND_WALES)
                .keySet()
                .iterator()
                .next()
                .getYear();
    }
}
