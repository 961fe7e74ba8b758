package uk.kinbridge.directory.calendar;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import uk.kinbridge.protocols.time.BankHolidays;

/** A published list in the database: written once, never updated. */
record StoredCalendar(@Id String id, String text, Instant publishedAt, String publishedBy) {

    static StoredCalendar of(CalendarVersion list) {
        return new StoredCalendar(list.version(), list.text(), list.publishedAt(), list.publishedBy());
    }

    CalendarVersion list() {
        return new CalendarVersion(BankHolidays.read(id, text), text, publishedAt, publishedBy);
    }
}
