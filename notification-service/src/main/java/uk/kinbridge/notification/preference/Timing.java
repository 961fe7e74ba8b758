package uk.kinbridge.notification.preference;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.notification.notice.Urgency;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** When somebody is told by a channel. The inbox has the notice already, whatever is decided here. */
public final class Timing {

    /** Digests leave when the office opens; what comes later that day leaves on the next working day. */
    private final Supplier<WorkingCalendar> calendars;

    /** @param calendars the working time by which digests leave, with the bank holidays that are published by now */
    public Timing(Supplier<WorkingCalendar> calendars) {
        this.calendars = calendars;
    }

    /** The decision. */
    public sealed interface Plan {
        /** In a letter of its own, then. */
        record At(Instant when) implements Plan {}

        /** Together with others, then. */
        record Gathered(Instant when) implements Plan {}

        /** Not by this channel. */
        record Never() implements Plan {}
    }

    /**
     * Decides. What is immediate, and what would run out before the wait was over, is urgent: it waits for no morning
     * and no digest.
     *
     * @param answerBy when the notice counts as not received; null where no time runs
     */
    public Plan of(Wish wish, Preferences preferences, Urgency urgency, @Nullable Instant answerBy, Instant now) {
        var afterQuiet = afterQuiet(preferences, now);
        var morning = afterQuiet(preferences, nextDigest(now));
        boolean pressing = isPressing(urgency, answerBy, afterQuiet);
        return switch (wish) {
            case NOTHING -> new Plan.Never();
            case URGENT_ONLY -> pressing ? new Plan.At(now) : new Plan.Never();
            case EVERYTHING -> {
                if (pressing) {
                    yield new Plan.At(now);
                }
                if (urgency == Urgency.ROUTINE && preferences.digest() && !runsOut(answerBy, morning)) {
                    yield new Plan.Gathered(morning);
                }
                yield new Plan.At(afterQuiet);
            }
        };
    }

    /**
     * When something that was planned earlier may be handed over, now that it can be: a provider that was away comes back at
     * night, and quiet hours are quiet then as well.
     *
     * @return {@code now} where nothing stands against it
     */
    public Instant notBefore(Preferences preferences, Urgency urgency, @Nullable Instant answerBy, Instant now) {
        var afterQuiet = afterQuiet(preferences, now);
        return isPressing(urgency, answerBy, afterQuiet) ? now : afterQuiet;
    }

    private static Instant afterQuiet(Preferences preferences, Instant moment) {
        var quiet = preferences.quiet();
        return quiet == null ? moment : quiet.endOr(moment);
    }

    private static boolean isPressing(Urgency urgency, @Nullable Instant answerBy, Instant told) {
        return urgency == Urgency.IMMEDIATE || runsOut(answerBy, told);
    }

    private static boolean runsOut(@Nullable Instant answerBy, Instant told) {
        return answerBy != null && !told.plus(TIME_TO_ACT).isBefore(answerBy);
    }

    /** Somebody who is told later than this before the end can hardly act in time. */
    private static final Duration TIME_TO_ACT = Duration.ofHours(1);

    /** The next opening of the office, in Europe/London. */
    private Instant nextDigest(Instant now) {
        var calendar = calendars.get();
        var today = now.atZone(WorkingCalendar.LONDON).toLocalDate();
        if (calendar.isWorkingDay(today) && now.isBefore(calendar.opening(today))) {
            return calendar.opening(today);
        }
        return calendar.opening(calendar.workingDayAfter(today));
    }
}
