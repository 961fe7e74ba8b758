package uk.kinbridge.notification.preference;

import java.time.Instant;
import java.time.LocalTime;
import uk.kinbridge.protocols.time.WorkingCalendar;

/**
 * When a person wants no mail and no text, in Europe/London; over midnight when {@code until} is earlier than
 * {@code from}. In the hour that spring leaves out it is as if the clock had been moved a moment earlier.
 */
public record QuietHours(LocalTime from, LocalTime until) {

    public QuietHours {
        if (from.equals(until)) {
            throw new IllegalArgumentException("quiet hours that end when they begin are none");
        }
    }

    /** When they end, if it is quiet at that moment; the moment itself if it is not. */
    public Instant endOr(Instant moment) {
        var local = moment.atZone(WorkingCalendar.LONDON);
        var clock = local.toLocalTime();
        boolean overMidnight = until.isBefore(from);
        boolean quiet = overMidnight
                ? !clock.isBefore(from) || clock.isBefore(until)
                : !clock.isBefore(from) && clock.isBefore(until);
        if (!quiet) {
            return moment;
        }
        var day = overMidnight && !clock.isBefore(from) ? local.toLocalDate().plusDays(1) : local.toLocalDate();
        return day.atTime(until).atZone(WorkingCalendar.LONDON).toInstant();
    }
}
