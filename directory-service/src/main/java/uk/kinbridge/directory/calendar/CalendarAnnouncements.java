package uk.kinbridge.directory.calendar;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.messaging.CloudEvents;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Announcement;
import uk.kinbridge.platform.mongo.OutboxEntry;

/** What others hear of a new list, as the contracts have it: they compute their running clocks anew. */
@Component
class CalendarAnnouncements implements EventEncoder<CalendarPublished> {

    static final String TYPE = "uk.kinbridge.calendar.published.v1";
    static final String CALENDAR = "bank-holidays";

    private final CloudEvents events;

    CalendarAnnouncements(CloudEvents events) {
        this.events = events;
    }

    record Published(
            String calendar,
            String version,
            int firstYear,
            int lastYear,
            List<CalendarChange> changes,
            String source,
            Instant publishedAt) {}

    @Override
    public OutboxEntry encode(String id, CalendarPublished event, Instant now) {
        return events.encode(id, announcement(event), now);
    }

    static Announcement announcement(CalendarPublished event) {
        CalendarVersion list = event.list();
        return new Announcement(
                TYPE,
                CALENDAR + "@" + list.version(),
                new Published(
                        CALENDAR,
                        list.version(),
                        list.firstYear(),
                        list.holidays().lastYear(),
                        event.changes(),
                        list.address() + "/source",
                        list.publishedAt()));
    }
}
