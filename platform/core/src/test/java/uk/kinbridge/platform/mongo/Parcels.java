package uk.kinbridge.platform.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.testing.TestDatabase;

/** A collection of parcels on a test's database, and a look at its bare documents. */
public final class Parcels {

    private final TestDatabase database;
    private final MongoTemplate mongo;
    private final Aggregates aggregates;
    private final AggregateCollection<Parcel, Parcel.Event> collection;

    public Parcels(TestDatabase database) {
        this(database, database.client());
    }

    /** Through a client that may be watched. */
    Parcels(TestDatabase database, MongoClient client) {
        this.database = database;
        this.mongo = new MongoTemplate(client, database.name());
        this.aggregates = new Aggregates(mongo);
        this.collection = aggregates.open(
                "parcels",
                Parcel.class,
                Parcel::wakeAt,
                Parcel::elapse,
                parcel -> new Document("label", parcel.label()),
                (id, event, now) -> new OutboxEntry(id, event.getClass().getSimpleName(), event.toString()));
    }

    public Aggregates aggregates() {
        return aggregates;
    }

    public AggregateCollection<Parcel, Parcel.Event> collection() {
        return collection;
    }

    public Outbox outbox() {
        return collection.outbox();
    }

    MongoTemplate mongo() {
        return mongo;
    }

    /** The document as it is stored. */
    public Document stored(String id) {
        var document = database.mongo()
                .getCollection("parcels")
                .find(Filters.eq("_id", id))
                .first();
        if (document == null) {
            throw new AssertionError("no document " + id);
        }
        return document;
    }

    /** The types of the events that wait in a document. */
    public List<String> waiting(String id) {
        return stored(id).getList("outbox", Document.class).stream()
                .map(entry -> entry.getString("type"))
                .toList();
    }
}
