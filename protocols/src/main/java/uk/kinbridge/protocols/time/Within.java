package uk.kinbridge.protocols.time;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long someone has. Written as "24 elapsed hours", "5 working days", "same working day", "3 calendar months". */
public sealed interface Within {

    /** Day and night, weekends and holidays included. */
    record Elapsed(Duration time) implements Within {
        public Elapsed {
            requirePositive(time);
        }

        @Override
        public String toString() {
            return words(time, "elapsed");
        }
    }

    /** Only while the agency is open. */
    record WorkingHours(Duration time) implements Within {
        public WorkingHours {
            requirePositive(time);
        }

        @Override
        public String toString() {
            return words(time, "working");
        }
    }

    /** By closing of the n-th working day after the day of the start. */
    record WorkingDays(int days) implements Within {
        public WorkingDays {
            requirePositive(days);
        }

        @Override
        public String toString() {
            return counted(days, "working day");
        }
    }

    /** By closing of the day of the start, or of the next working day when the start finds the agency closed. */
    record SameWorkingDay() implements Within {
        @Override
        public String toString() {
            return "same working day";
        }
    }

    /** By closing of that date, or of the last working day before it. */
    record CalendarDays(int days) implements Within {
        public CalendarDays {
            requirePositive(days);
        }

        @Override
        public String toString() {
            return counted(days, "calendar day");
        }
    }

    /** By closing of that date, or of the last working day before it. */
    record CalendarMonths(int months) implements Within {
        public CalendarMonths {
            requirePositive(months);
        }

        @Override
        public String toString() {
            return counted(months, "calendar month");
        }
    }

    static Within elapsedHours(int hours) {
        return new Elapsed(Duration.ofHours(hours));
    }

    static Within workingHours(int hours) {
        return new WorkingHours(Duration.ofHours(hours));
    }

    static Within workingDays(int days) {
        return new WorkingDays(days);
    }

    static Within parse(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.equals("same working day")) {
            return new SameWorkingDay();
        }
        Matcher parts = WithinText.PATTERN.matcher(plain);
        if (!parts.matches()) {
            throw new IllegalArgumentException(WithinText.UNKNOWN.formatted(text));
        }
        int amount = Integer.parseInt(parts.group(1));
        return switch (parts.group(2) + " " + parts.group(3)) {
            case "elapsed minute" -> new Elapsed(Duration.ofMinutes(amount));
            case "elapsed hour" -> new Elapsed(Duration.ofHours(amount));
            case "working minute" -> new WorkingHours(Duration.ofMinutes(amount));
            case "working hour" -> new WorkingHours(Duration.ofHours(amount));
            case "working day" -> new WorkingDays(amount);
            case "calendar day" -> new CalendarDays(amount);
            case "calendar week" -> new CalendarDays(Math.multiplyExact(amount, 7));
            case "calendar month" -> new CalendarMonths(amount);
            default -> throw new IllegalArgumentException(WithinText.UNKNOWN.formatted(text));
        };
    }

    private static void requirePositive(Duration time) {
        if (!time.isPositive()) {
            throw new IllegalArgumentException("A time allowed must be longer than nothing.");
        }
    }

    private static void requirePositive(int amount) {
        if (amount < 1) {
            throw new IllegalArgumentException("A time allowed must be at least 1.");
        }
    }

    private static String words(Duration time, String kind) {
        return time.toMinutesPart() == 0
                ? counted(time.toHours(), kind + " hour")
                : counted(time.toMinutes(), kind + " minute");
    }

    private static String counted(long amount, String unit) {
        return amount + " " + unit + (amount == 1 ? "" : "s");
    }
}

/** The written form, kept out of the interface's public face. */
final class WithinText {

    static final Pattern PATTERN =
            Pattern.compile("(\\d{1,4}) (elapsed|working|calendar) (minute|hour|day|week|month)s?");

    static final String UNKNOWN = "'%s' is not a time allowed. Write it like '24 elapsed hours', '5 working days', "
            + "'4 working hours', 'same working day', '10 calendar days' or '3 calendar months'.";

    private WithinText() {}
}
