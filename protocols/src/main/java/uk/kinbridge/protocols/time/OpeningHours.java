package uk.kinbridge.protocols.time;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When an agency is open in an ordinary week. Written as "Mon-Thu 09:00-17:00, Fri 09:00-16:30", with "including bank
 * holidays" at the end where that is so, or as "always".
 */
public final class OpeningHours {

    private static final String ALWAYS_OPEN = "always";
    private static final String ON_HOLIDAYS_TOO = " including bank holidays";
    private static final int CLOSED = -1;
    private static final int DAYS_OF_A_WEEK = 7;

    public static final OpeningHours OFFICE = parse("Mon-Fri 09:00-17:00");
    public static final OpeningHours ALWAYS = parse("always");

    private final String written;
    private final boolean onBankHolidays;
    /** By ISO number of the day: Monday is 1. */
    private final int[] opens = new int[DAYS_OF_A_WEEK + 1];

    private final int[] closes = new int[DAYS_OF_A_WEEK + 1];

    private OpeningHours(String written) {
        this.written = written;
        Arrays.fill(opens, CLOSED);
        Arrays.fill(closes, CLOSED);
        boolean always = written.equals(ALWAYS_OPEN);
        this.onBankHolidays = always || written.endsWith(ON_HOLIDAYS_TOO);
        String week = always
                ? "Mon-Sun 00:00-24:00"
                : onBankHolidays ? written.substring(0, written.length() - ON_HOLIDAYS_TOO.length()) : written;
        for (String part : week.split(",", -1)) {
            add(part.strip());
        }
    }

    public static OpeningHours parse(String text) {
        return new OpeningHours(text.strip().replaceAll("\\s+", " "));
    }

    public boolean isOpenOn(DayOfWeek day) {
        return opens[day.getValue()] != CLOSED;
    }

    public boolean onBankHolidays() {
        return onBankHolidays;
    }

    /** Minutes after midnight. */
    int opens(DayOfWeek day) {
        return opens[day.getValue()];
    }

    /** Minutes after midnight, 1440 for the end of the day. */
    int closes(DayOfWeek day) {
        return closes[day.getValue()];
    }

    private void add(String part) {
        Matcher parts = Text.PART.matcher(part);
        if (!parts.matches()) {
            throw new IllegalArgumentException(Text.UNKNOWN.formatted(written));
        }
        int first = Text.day(parts.group(1));
        int last = parts.group(2) == null ? first : Text.day(parts.group(2));
        int from = Text.minute(parts.group(3), written);
        int to = Text.minute(parts.group(4), written);
        if (last < first || to <= from) {
            throw new IllegalArgumentException(
                    "In the opening hours '%s' an end comes before its beginning.".formatted(written));
        }
        for (int day = first; day <= last; day++) {
            if (opens[day] != CLOSED) {
                throw new IllegalArgumentException("The opening hours '%s' name a day twice.".formatted(written));
            }
            opens[day] = from;
            closes[day] = to;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpeningHours hours
                && onBankHolidays == hours.onBankHolidays
                && Arrays.equals(opens, hours.opens)
                && Arrays.equals(closes, hours.closes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(opens) * 31 + Arrays.hashCode(closes);
    }

    @Override
    public String toString() {
        return written;
    }

    private static final class Text {

        private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
        private static final String DAY = "(?i:(mon|tue|wed|thu|fri|sat|sun))";
        private static final Pattern PART = Pattern.compile(DAY + "(?:-" + DAY + ")? (\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");
        private static final String UNKNOWN = "'%s' are not opening hours. Write them like 'Mon-Thu 09:00-17:00, "
                + "Fri 09:00-16:30', with ' including bank holidays' at the end where that is so, or 'always'.";
        private static final int MINUTES_OF_A_DAY = 24 * 60;

        static int day(String name) {
            return DAYS.indexOf(name.toLowerCase(Locale.ROOT)) + 1;
        }

        static int minute(String time, String written) {
            int hour = Integer.parseInt(time.substring(0, 2));
            int minute = hour * 60 + Integer.parseInt(time.substring(3));
            if (minute > MINUTES_OF_A_DAY || Integer.parseInt(time.substring(3)) > 59) {
                throw new IllegalArgumentException(UNKNOWN.formatted(written));
            }
            return minute;
        }
    }
}
