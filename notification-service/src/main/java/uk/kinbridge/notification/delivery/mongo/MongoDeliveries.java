package uk.kinbridge.notification.delivery.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.CollectionCallback;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import uk.kinbridge.notification.delivery.Channel;
import uk.kinbridge.notification.delivery.Deliveries;
import uk.kinbridge.notification.delivery.Delivery;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.mongo.AggregateCollection;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.SaveOutcome;
import uk.kinbridge.platform.mongo.Versioned;
import uk.kinbridge.platform.page.Cursor;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.page.PageRequest;

/** Deliveries in MongoDB, one document each. */
@Component
class MongoDeliveries implements Deliveries {

    static final String COLLECTION = "deliveries";

    private final MongoOperations mongo;
    private final AggregateCollection<Delivery, Delivery.Outcome> collection;

    MongoDeliveries(MongoOperations mongo, Aggregates aggregates) {
        this.mongo = mongo;
        this.collection = aggregates.open(COLLECTION, Delivery.class, DeliveryIndexes::findable, (id, event, now) -> {
            throw new IllegalStateException("a delivery announces nothing");
        });
    }

    @Override
    public boolean addOnce(Delivery planned, Instant now) {
        return collection.insertOnce(Change.silent(planned), now, planned.id()) instanceof SaveOutcome.Saved;
    }

    @Override
    public void addAllOnce(List<Delivery> planned, Instant now) {
        collection.insertAllOnce(
                planned.stream()
                        .map(one ->
                                new AggregateCollection.Birth<Delivery, Delivery.Outcome>(Change.silent(one), one.id()))
                        .toList(),
                now);
    }

    @Override
    public Optional<Kept> find(String id) {
        return collection.find(id).map(MongoDeliveries::kept);
    }

    @Override
    public boolean save(long version, Delivery next, Instant now) {
        return collection.save(version, Change.silent(next), now) instanceof SaveOutcome.Saved;
    }

    /** Pushes the time forward and nothing else: the version stays, so that the claim itself makes nobody stale. */
    @Override
    public Optional<Kept> claimDue(Channel channel, Instant now, Duration lease) {
        return in(c -> Optional.ofNullable(c.findOneAndUpdate(
                        Filters.and(
                                Filters.eq(DeliveryIndexes.LANE, channel.name()),
                                Filters.lte(DeliveryIndexes.DUE, Date.from(now))),
                        Updates.set(DeliveryIndexes.DUE, Date.from(now.plus(lease))),
                        new FindOneAndUpdateOptions()
                                .sort(Sorts.ascending(DeliveryIndexes.DUE))
                                .returnDocument(ReturnDocument.AFTER))))
                .map(collection::read)
                .map(MongoDeliveries::kept);
    }

    /** Whoever claims gives what it takes a mark of its own: of two who look at the same moment each gets its part. */
    @Override
    public List<Kept> claimDue(Channel channel, Instant now, Duration lease, int atMost) {
        var due = Filters.and(
                Filters.eq(DeliveryIndexes.LANE, channel.name()), Filters.lte(DeliveryIndexes.DUE, Date.from(now)));
        List<String> ids = in(c -> c.find(due)
                .sort(Sorts.ascending(DeliveryIndexes.DUE))
                .limit(atMost)
                .projection(Projections.include("_id"))
                .map(found -> found.getString("_id"))
                .into(new ArrayList<>()));
        if (ids.isEmpty()) {
            return List.of();
        }
        var mark = UUID.randomUUID().toString();
        var until = Date.from(now.plus(lease));
        in(c -> c.updateMany(
                Filters.and(Filters.in("_id", ids), due),
                Updates.combine(Updates.set(DeliveryIndexes.DUE, until), Updates.set(DeliveryIndexes.CLAIM, mark))));
        return query(
                Filters.and(Filters.in("_id", ids), Filters.eq(DeliveryIndexes.CLAIM, mark)),
                Sorts.ascending("_id"),
                0);
    }

    @Override
    public List<Kept> about(String notice) {
        return query(Filters.eq(DeliveryIndexes.NOTICES, notice), Sorts.ascending("_id"), 0);
    }

    @Override
    public Page<Kept> list(Listing listing, PageRequest page) {
        var filters = new ArrayList<Bson>();
        filters.add(Filters.eq("find.agency", listing.agency()));
        if (listing.state() != null) {
            filters.add(Filters.eq("find.state", listing.state().name()));
        }
        if (listing.channel() != null) {
            filters.add(Filters.eq("channel", listing.channel().name()));
        }
        // A page that begins nowhere still names the range: an index is then used by every database.
        filters.add(
                page.position().isEmpty()
                        ? Filters.gt(DeliveryIndexes.NEWEST_FIRST, "")
                        : Filters.lt(
                                DeliveryIndexes.NEWEST_FIRST, page.position().getLast()));
        var found = query(Filters.and(filters), Sorts.descending(DeliveryIndexes.NEWEST_FIRST), page.limit() + 1);
        return Page.of(found, page, kept -> Cursor.of(LIST, DeliveryIndexes.newestFirst(kept.delivery())));
    }

    @Override
    public Map<Channel, Backlog> backlog(Instant now) {
        var backlog = new EnumMap<Channel, Backlog>(Channel.class);
        for (var channel : Channel.values()) {
            backlog.put(channel, backlogOf(channel, now));
        }
        return backlog;
    }

    private Backlog backlogOf(Channel channel, Instant now) {
        var waiting = Filters.eq(DeliveryIndexes.LANE, channel.name());
        var due = Filters.and(waiting, Filters.lte(DeliveryIndexes.DUE, Date.from(now)));
        var later = Filters.and(waiting, Filters.gt(DeliveryIndexes.DUE, Date.from(now)));
        var oldest = query(due, Sorts.ascending(DeliveryIndexes.DUE), 1);
        return new Backlog(
                count(due),
                oldest.isEmpty() ? null : oldest.getFirst().delivery().dueAt(),
                count(later),
                count(stuck(channel, Delivery.State.IN_DOUBT)),
                count(stuck(channel, Delivery.State.DEAD)));
    }

    private static Bson stuck(Channel channel, Delivery.State state) {
        return Filters.eq(DeliveryIndexes.STUCK, channel.name() + "/" + state.name());
    }

    private long count(Bson filter) {
        return in(c -> c.countDocuments(filter));
    }

    private List<Kept> query(Bson filter, Bson sort, int limit) {
        return in(c -> c.find(filter).sort(sort).limit(limit).into(new ArrayList<Document>()).stream()
                .map(collection::read)
                .map(MongoDeliveries::kept)
                .toList());
    }

    private <T> T in(CollectionCallback<T> work) {
        return Objects.requireNonNull(mongo.execute(COLLECTION, work));
    }

    private static Kept kept(Versioned<Delivery> versioned) {
        return new Kept(versioned.aggregate(), versioned.version());
    }
}
