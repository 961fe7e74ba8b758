package uk.kinbridge.notification.notice;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/** What somebody else hears when nobody has acknowledged a notice (HAC-17). */
public final class NotReceived {

    /** The longest words that the contract allows. */
    private static final int LONGEST = 1000;

    private static final DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern(
                    "EEEE d MMMM yyyy 'at' HH:mm", Locale.UK)
            .withZone(ZoneId.of("Europe/London"));

    private NotReceived() {}

    /** Names the one notice that it is about, so that its receipt settles these and no others. */
    public static String purpose(Notice notice) {
        return "not-received-" + notice.id();
    }

    public static String words(Notice notice) {
        var due = Objects.requireNonNullElse(notice.acknowledgeBy(), notice.requestedAt());
        var words = "Nobody has acknowledged this since " + spoken(due) + ": " + notice.words();
        return words.length() > LONGEST ? words.substring(0, LONGEST - 1) + "…" : words;
    }

    /** What the one who hears it has to do. */
    public static String action(Chase.Turn turn) {
        return turn == Chase.Turn.SENDER
                ? "Make sure by telephone that somebody has received it"
                : "Make sure that somebody acknowledges it";
    }

    static String spoken(Instant at) {
        return SPOKEN.format(at);
    }
}
