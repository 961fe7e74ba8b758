package uk.kinbridge.protocols.time;

import java.time.Instant;

/** A computed due moment, with everything that is needed to say how it was computed. */
public record Deadline(Within within, Instant start, Instant due, WorkingCalendar calendar) {

    public String calendarVersion() {
        return calendar.version();
    }

    public boolean isBreachedAt(Instant now) {
        return !now.isBefore(due);
    }

    /** The answer to "How was this date computed?", for a person. */
    public String explanation() {
        return Explanations.of(this);
    }
}
