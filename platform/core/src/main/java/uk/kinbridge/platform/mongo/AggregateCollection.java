package uk.kinbridge.platform.mongo;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mapping.PersistentProperty;
import org.springframework.data.mongodb.core.CollectionCallback;
import org.springframework.data.mongodb.core.MongoOperations;
import uk.kinbridge.platform.aggregate.Change;

/**
 * The documents of one kind of aggregate: every save is one update of one document, which carries the state, the
 * events that others must hear (outbox), the messages that had their effect (inbox) and the next moment to wake up.
 *
 * <p>The aggregate is a record with a component {@code id}; its other components become the document's top-level
 * fields. It never sees the technical fields {@code version, wakeAt, outbox, relayAt, inbox}, nor {@code find}, which
 * holds what queries look for.
 *
 * @param <A> the aggregate
 * @param <E> its events
 */
public final class AggregateCollection<A, E> {

    /** So many handled message ids are remembered in a document: far more than can be under way to one aggregate. */
    private static final int INBOX_DEPTH = 500;

    /** Where the ids of handled messages stand: for an index, where a collection is asked {@link #findByMessage}. */
    public static final String HANDLED_MESSAGE = "inbox.id";

    private final MongoOperations mongo;
    private final String collection;
    private final Class<A> type;
    private final Function<A, Optional<Instant>> wakeAt;
    private final Function<A, Document> findable;
    private final EventEncoder<E> encoder;
    private final Aggregates.Nudge afterCommit;
    private final DocumentOutbox outbox;
    private final Inserts inserts;
    private final Set<String> stateFields;

    /**
     * @param wakeAt when time itself next matters to the aggregate
     * @param findable what queries of the adapter look for, kept under {@code find} and written in the same update
     * @param encoder how its events look to others
     * @param afterCommit told of every document whose outbox has just been filled: the relay's nudge
     */
    AggregateCollection(
            MongoOperations mongo,
            String collection,
            Class<A> type,
            Function<A, Optional<Instant>> wakeAt,
            Function<A, Document> findable,
            EventEncoder<E> encoder,
            Aggregates.Nudge afterCommit) {
        this.mongo = mongo;
        this.collection = collection;
        this.type = type;
        this.wakeAt = wakeAt;
        this.findable = findable;
        this.encoder = encoder;
        this.afterCommit = afterCommit;
        this.outbox = new DocumentOutbox(mongo, collection);
        this.inserts = new Inserts(mongo, collection);
        this.stateFields = fieldsOf(mongo, type);
    }

    private static Set<String> fieldsOf(MongoOperations mongo, Class<?> type) {
        var fields = new HashSet<String>();
        mongo.getConverter()
                .getMappingContext()
                .getRequiredPersistentEntity(type)
                .forEach((PersistentProperty<?> property) -> fields.add(property.getName()));
        fields.remove("id");
        fields.add("find");
        return Set.copyOf(fields);
    }

    /** Turns an event into what other services read. */
    @FunctionalInterface
    public interface EventEncoder<E> {
        /** @param id the event's id, the same whenever the same save is repeated */
        OutboxEntry encode(String id, E event, Instant now);
    }

    /** The collection's name, for queries of the adapter. */
    public String name() {
        return collection;
    }

    /** The events that wait in these documents. */
    Outbox outbox() {
        return outbox;
    }

    /** Those of these ids that exist, in no order. */
    public List<Versioned<A>> findAll(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : in(c -> c.find(Filters.in("_id", ids)).map(this::read).into(new ArrayList<>()));
    }

    /** The aggregate and its version. */
    public Optional<Versioned<A>> find(String id) {
        return in(
                c -> Optional.ofNullable(c.find(Filters.eq("_id", id)).first()).map(this::read));
    }

    /** An aggregate on which that message had its effect, such as the one that it made. */
    public Optional<Versioned<A>> findByMessage(String messageId) {
        return in(c -> Optional.ofNullable(
                        c.find(Filters.eq(HANDLED_MESSAGE, messageId)).first())
                .map(this::read));
    }

    /** Reads one of this collection's documents, as queries of the adapter find them. */
    public Versioned<A> read(Document document) {
        return new Versioned<>(mongo.getConverter().read(type, document), document.getLong("version"));
    }

    /**
     * Adds a new aggregate with its first events.
     *
     * @throws DuplicateKeyException when the id, or another unique key, is taken
     */
    public Versioned<A> insert(Change<A, E> change, Instant now) {
        return insert(change, now, null);
    }

    /**
     * Adds what a message creates. Its id is derived from the message's, so that a second delivery meets the first's
     * document.
     *
     * @throws DuplicateKeyException when another unique key than the id is taken: the message has had no effect
     */
    public SaveOutcome insertOnce(Change<A, E> change, Instant now, String messageId) {
        try {
            return new SaveOutcome.Saved(insert(change, now, messageId).version());
        } catch (DuplicateKeyException taken) {
            if (!exists(stateOf(change.next()).getString("_id"))) {
                throw taken;
            }
            return new SaveOutcome.AlreadyHandled();
        }
    }

    private boolean exists(String id) {
        return in(c -> c.find(Filters.eq("_id", id))
                        .projection(Projections.include("_id"))
                        .first()
                != null);
    }

    /** What a message creates. */
    public record Birth<A, E>(Change<A, E> change, String messageId) {}

    /**
     * Adds what several messages create, in one round trip. Each is a document of its own: one that is there already
     * keeps none of the others out.
     *
     * @return the ids of those that this call has added
     */
    public Set<String> insertAllOnce(List<Birth<A, E>> births, Instant now) {
        if (births.isEmpty()) {
            return Set.of();
        }
        var newborn = births.stream()
                .map(birth -> newborn(birth.change(), now, birth.messageId()))
                .toList();
        var taken = inserts.allButTaken(newborn.stream().map(Newborn::document).toList());
        var added = new HashSet<String>();
        for (int i = 0; i < newborn.size(); i++) {
            if (!taken.contains(i)) {
                announce(newborn.get(i));
                added.add(newborn.get(i).id());
            }
        }
        return added;
    }

    private Versioned<A> insert(Change<A, E> change, Instant now, @Nullable String messageId) {
        var newborn = newborn(change, now, messageId);
        inserts.insert(newborn.document());
        announce(newborn);
        return new Versioned<>(change.next(), 1);
    }

    /**
     * A document that is about to be added.
     *
     * @param leased whether the relay gets its events with their lease
     */
    private record Newborn(Document document, boolean speaks, boolean leased) {
        String id() {
            return document.getString("_id");
        }
    }

    private Newborn newborn(Change<A, E> change, Instant now, @Nullable String messageId) {
        var document = stateOf(change.next());
        var entries = entries(document.getString("_id"), 1, change.events(), now);
        document.append("version", 1L)
                .append("outbox", entries)
                .append("inbox", messageId == null ? List.of() : List.of(inboxEntry(messageId, now)));
        // The relay, when it is at hand, gets the events of a new document with their lease: a claim would read them
        // back.
        var lease = entries.isEmpty() ? Optional.<Duration>empty() : afterCommit.takesNewOnes();
        if (!entries.isEmpty()) {
            document.append("relayAt", Date.from(lease.map(now::plus).orElse(now)));
        }
        wakeAt.apply(change.next()).ifPresent(at -> document.append("wakeAt", Date.from(at)));
        return new Newborn(document, !entries.isEmpty(), lease.isPresent());
    }

    private void announce(Newborn newborn) {
        if (newborn.leased()) {
            afterCommit.filled(outbox, DocumentOutbox.toClaim(newborn.document()));
        } else if (newborn.speaks()) {
            afterCommit.filled(outbox, newborn.id());
        }
    }

    /** Saves a change to the version that it was decided on. */
    public SaveOutcome save(long version, Change<A, E> change, Instant now) {
        return save(version, change, now, null);
    }

    /** Saves what a message did, in the same write as the fact that it was handled. */
    public SaveOutcome saveOnce(long version, Change<A, E> change, Instant now, String messageId) {
        return save(version, change, now, messageId);
    }

    private SaveOutcome save(long version, Change<A, E> change, Instant now, @Nullable String messageId) {
        var write = write(version, change, now, messageId);
        long written = in(c -> c.updateOne(write.filter(), write.update()).getMatchedCount());
        if (written == 0) {
            return messageId != null && hasHandled(write.id(), messageId)
                    ? new SaveOutcome.AlreadyHandled()
                    : new SaveOutcome.Stale();
        }
        nudge(write);
        return new SaveOutcome.Saved(version + 1);
    }

    /**
     * Saves many changes in one round trip, each one update of its own document. Those whose version is no longer the
     * present one change nothing: somebody else was first, as with a single save.
     */
    void saveAll(List<Taken<A, E>> changes, Instant now) {
        if (changes.isEmpty()) {
            return;
        }
        var writes = changes.stream()
                .map(taken -> write(taken.version(), taken.change(), now, null, taken.before()))
                .toList();
        var models = writes.stream()
                .map(write -> new UpdateOneModel<Document>(write.filter(), write.update()))
                .toList();
        mongo.execute(collection, c -> c.bulkWrite(models, new BulkWriteOptions().ordered(false)));
        writes.forEach(this::nudge);
    }

    /**
     * What became of a document that was read.
     *
     * @param before as it was stored in that version: what has not changed is not written again
     */
    record Taken<A, E>(Document before, long version, Change<A, E> change) {}

    /** One save, as the update that it is. */
    private record Write(String id, Bson filter, Bson update, boolean fillsOutbox) {}

    private Write write(long version, Change<A, E> change, Instant now, @Nullable String messageId) {
        return write(version, change, now, messageId, null);
    }

    private Write write(
            long version, Change<A, E> change, Instant now, @Nullable String messageId, @Nullable Document before) {
        var state = stateOf(change.next());
        var id = state.getString("_id");
        var entries = entries(id, version + 1, change.events(), now);
        var updates = new ArrayList<Bson>();
        updates.add(Updates.inc("version", 1L));
        for (var field : stateFields) {
            var value = state.get(field);
            if (before != null && Objects.equals(value, before.get(field))) {
                continue;
            }
            updates.add(value == null ? Updates.unset(field) : Updates.set(field, value));
        }
        updates.add(wakeAt.apply(change.next())
                .map(at -> Updates.set("wakeAt", Date.from(at)))
                .orElseGet(() -> Updates.unset("wakeAt")));
        if (!entries.isEmpty()) {
            updates.add(Updates.pushEach("outbox", entries));
            // A relay that is at work on this document keeps its lease and finds the new events when it settles.
            updates.add(Updates.max("relayAt", Date.from(now)));
        }
        var filter = Filters.and(Filters.eq("_id", id), Filters.eq("version", version));
        if (messageId != null) {
            filter = Filters.and(filter, Filters.ne("inbox.id", messageId));
            updates.add(Updates.pushEach(
                    "inbox", List.of(inboxEntry(messageId, now)), new PushOptions().slice(-INBOX_DEPTH)));
        }
        return new Write(id, filter, Updates.combine(updates), !entries.isEmpty());
    }

    /** Whether this message has had its effect on that aggregate. */
    public boolean hasHandled(String id, String messageId) {
        return in(c -> c.find(Filters.and(Filters.eq("_id", id), Filters.eq("inbox.id", messageId)))
                        .projection(Projections.include("_id"))
                        .first()
                != null);
    }

    /**
     * Documents that are due at {@code now}, as they are stored. In no order that is asked for: all of them will be
     * taken, and sorting what is due anew for every batch would cost more than acting on it.
     */
    List<Document> due(Instant now, int limit) {
        return in(
                c -> c.find(Filters.lte("wakeAt", Date.from(now))).limit(limit).into(new ArrayList<>()));
    }

    /** Leaves a document alone until then, unless somebody has changed it since. */
    void wakeLater(Document document, Instant until) {
        mongo.execute(
                collection,
                c -> c.updateOne(
                        Filters.and(
                                Filters.eq("_id", document.get("_id")), Filters.eq("version", document.get("version"))),
                        Updates.set("wakeAt", Date.from(until))));
    }

    private <T> T in(CollectionCallback<T> work) {
        return Objects.requireNonNull(mongo.execute(collection, work));
    }

    private Document stateOf(A aggregate) {
        var document = new Document();
        mongo.getConverter().write(aggregate, document);
        document.remove("_class");
        document.append("find", findable.apply(aggregate));
        return document;
    }

    private List<Document> entries(String id, long version, List<E> events, Instant now) {
        var entries = new ArrayList<Document>();
        for (var event : events) {
            var entry = encoder.encode(collection + "/" + id + "/" + version + "/" + entries.size(), event, now);
            entries.add(
                    new Document("id", entry.id()).append("type", entry.type()).append("event", entry.event()));
        }
        return entries;
    }

    private static Document inboxEntry(String messageId, Instant now) {
        return new Document("id", messageId).append("at", Date.from(now));
    }

    private void nudge(Write write) {
        if (write.fillsOutbox()) {
            afterCommit.filled(outbox, write.id());
        }
    }
}
