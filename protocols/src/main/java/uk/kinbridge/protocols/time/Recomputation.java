package uk.kinbridge.protocols.time;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A running clock looked at again with a newer list of bank holidays.
 *
 * @param before as it was kept
 * @param calendarBefore the version of the list that it was kept with
 */
public record Recomputation(Instant before, String calendarBefore, Deadline after) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "EEEE d MMMM uuuu 'at' HH:mm", Locale.UK)
            .withZone(WorkingCalendar.LONDON);

    /** Of a clock that keeps no more than its time allowed, its start, when it is due and the version of its list. */
    public static Recomputation of(
            Within within, Instant start, Instant due, String calendarVersion, WorkingCalendar newer) {
        return new Recomputation(due, calendarVersion, Deadlines.compute(within, start, newer));
    }

    /** Whether the due moment is another one; a newer list alone changes the version only. */
    public boolean moves() {
        return !before.equals(after.due());
    }

    /** For the audit trail and for the people who look at the clock. */
    public String words() {
        String lists =
                "The bank holidays of %s replace those of %s.".formatted(after.calendarVersion(), calendarBefore);
        return moves()
                ? "%s Due moves from %s to %s. %s"
                        .formatted(lists, MOMENT.format(before), MOMENT.format(after.due()), after.explanation())
                : "%s Due stays %s.".formatted(lists, MOMENT.format(before));
    }
}
