package uk.kinbridge.directory.calendar;

import java.util.List;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.mongo.AggregateCollection;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Aggregates;

/** The published lists in the database. The only write is an insert, so no list can change. */
@Component
class CalendarStore {

    static final String COLLECTION = "calendarVersions";

    private final MongoOperations mongo;
    private final AggregateCollection<StoredCalendar, CalendarPublished> collection;

    CalendarStore(MongoOperations mongo, Aggregates aggregates, EventEncoder<CalendarPublished> announcements) {
        this.mongo = mongo;
        this.collection = aggregates.open(COLLECTION, StoredCalendar.class, list -> new Document(), announcements);
    }

    /** @return false when another instance has published a list of that version in the same moment */
    boolean publish(CalendarVersion list, List<CalendarChange> changes) {
        try {
            collection.insert(
                    new Change<>(StoredCalendar.of(list), List.of(new CalendarPublished(list, changes))),
                    list.publishedAt());
            return true;
        } catch (DuplicateKeyException before) {
            return false;
        }
    }

    List<CalendarVersion> all() {
        return mongo.findAll(StoredCalendar.class, COLLECTION).stream()
                .map(StoredCalendar::list)
                .toList();
    }
}
