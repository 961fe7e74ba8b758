package uk.kinbridge.assessment.appointment.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import uk.kinbridge.assessment.appointment.CalendarFeed;
import uk.kinbridge.assessment.appointment.CalendarFeeds;
import uk.kinbridge.platform.mongo.CollectionIndexes;

/** Calendar addresses in MongoDB. */
@Component
class MongoCalendarFeeds implements CalendarFeeds {

    static final String COLLECTION = "calendarFeeds";
    private static final int MOST = 20;

    private final MongoOperations mongo;

    MongoCalendarFeeds(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** One question is asked of them beside their id. */
    @Configuration(proxyBeanMethods = false)
    static class Indexes {
        @Bean
        CollectionIndexes indexesOfCalendarFeeds() {
            return new CollectionIndexes(
                    COLLECTION, List.of(new Index().on("person", Direction.ASC).named("person")));
        }
    }

    @Override
    public void keep(CalendarFeed feed) {
        try {
            mongo.insert(feed, COLLECTION);
        } catch (DuplicateKeyException there) {
            // the same request again
        }
    }

    @Override
    public Optional<CalendarFeed> find(String id) {
        return Optional.ofNullable(mongo.findById(id, CalendarFeed.class, COLLECTION));
    }

    @Override
    public List<CalendarFeed> of(String person) {
        return mongo.find(Query.query(where("person").is(person)).limit(MOST), CalendarFeed.class, COLLECTION).stream()
                .filter(CalendarFeed::answers)
                .toList();
    }

    @Override
    public boolean revoke(String id, String person, Instant now) {
        return mongo.updateFirst(
                                Query.query(where("_id").is(id).and("person").is(person)),
                                new Update().set("revokedAt", now),
                                COLLECTION)
                        .getMatchedCount()
                > 0;
    }
}
