package uk.kinbridge.escalation.overdue.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import uk.kinbridge.escalation.overdue.Concern;
import uk.kinbridge.escalation.overdue.ConcernEvent;
import uk.kinbridge.escalation.overdue.ManagersTime;
import uk.kinbridge.escalation.overdue.OverdueConcerns;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.mongo.After;
import uk.kinbridge.platform.mongo.AggregateCollection;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.SaveOutcome;
import uk.kinbridge.platform.mongo.Versioned;
import uk.kinbridge.protocols.published.FollowsCalendars;
import uk.kinbridge.protocols.published.mongo.FollowingRecords;

/** Concerns in MongoDB, one document each. */
@Component
class MongoOverdueConcerns implements OverdueConcerns {

    static final String COLLECTION = "overdueConcerns";

    private final MongoOperations mongo;
    private final ManagersTime time;
    private final AggregateCollection<Concern, ConcernEvent> collection;

    MongoOverdueConcerns(
            MongoOperations mongo, Aggregates aggregates, EventEncoder<ConcernEvent> encoder, ManagersTime time) {
        this.mongo = mongo;
        this.time = time;
        this.collection = aggregates.open(
                COLLECTION,
                Concern.class,
                Concern::wakeAt,
                (concern, now) -> concern.elapse(now, time),
                MongoOverdueConcerns::findable,
                encoder);
    }

    private static Document findable(Concern concern) {
        var findable = new Document("parties", concern.parties())
                .append("open", concern.isOpen())
                .append("dueAt", Date.from(concern.overdue().dueAt()));
        return FollowingRecords.findable(findable, concern.clocks());
    }

    /** The time that a manager has to see something done follows newly published bank holidays (JWP-14). */
    FollowsCalendars<?> following() {
        return new FollowingRecords<>(
                "concerns about overdue obligations", mongo, collection, (concern, now) -> concern.brought(time, now));
    }

    @Override
    public boolean addOnce(Change<Concern, ConcernEvent> change, Instant now, String messageId) {
        return collection.insertOnce(change, now, messageId) instanceof SaveOutcome.Saved;
    }

    @Override
    public Optional<Held> find(String id) {
        return collection.find(id).map(MongoOverdueConcerns::held);
    }

    @Override
    public boolean save(long version, Change<Concern, ConcernEvent> change, Instant now) {
        return collection.save(version, change, now) instanceof SaveOutcome.Saved;
    }

    @Override
    public List<Held> list(String agency, boolean onlyOpen, @Nullable Position after, int limit) {
        var filters = new ArrayList<Bson>();
        filters.add(Filters.eq("find.parties", agency));
        if (onlyOpen) {
            filters.add(Filters.eq("find.open", true));
        }
        if (after != null) {
            filters.add(After.ascending("find.dueAt", Date.from(after.dueAt()), after.id()));
        }
        return page(Filters.and(filters), Sorts.ascending("find.dueAt", "_id"), limit);
    }

    private List<Held> page(Bson filter, Bson order, int limit) {
        return Objects.requireNonNull(mongo.<List<Held>>execute(COLLECTION, c -> {
            var rows = new ArrayList<Held>();
            c.find(filter).sort(order).limit(limit).forEach(document -> rows.add(held(collection.read(document))));
            return rows;
        }));
    }

    private static Held held(Versioned<Concern> versioned) {
        return new Held(versioned.aggregate(), versioned.version());
    }
}
