package uk.kinbridge.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import uk.kinbridge.assessment.appointment.PinnedRules;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.CollectionIndexes;
import uk.kinbridge.platform.mongo.OutboxEntry;
import uk.kinbridge.platform.testing.QueryWatch;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.published.ProtocolCopies;
import uk.kinbridge.protocols.published.PublishedProtocols;
import uk.kinbridge.protocols.time.BankHolidays;

/** A collection that is as full as in life, for the tests which look at how the database answers. */
public final class ManyDocuments {

    private static final int MANY = 2_000;

    private ManyDocuments() {}

    /** For an adapter whose queries are watched. */
    public static MongoTemplate watched(QueryWatch watch) {
        return new MongoTemplate(new SimpleMongoClientDatabaseFactory(
                watch.client(), watch.database().name()));
    }

    /** The rules of the protocols that are shipped. */
    public static PinnedRules shippedRules() {
        return rules(BankHolidays.shipped());
    }

    /** The same with that list of bank holidays as the newest. */
    public static PinnedRules rules(BankHolidays newest) {
        var noCopies = new ProtocolCopies() {
            @Override
            public List<Pack> all() {
                return List.of();
            }

            @Override
            public void keep(Pack pack, String yaml) {
                throw new UnsupportedOperationException();
            }
        };
        return new PinnedRules(new PublishedProtocols(Packs.shipped(), noCopies), () -> newest);
    }

    /** Events that nobody reads. */
    public static <E> EventEncoder<E> silent() {
        return (id, event, _) -> new OutboxEntry(id, event.getClass().getSimpleName(), "{}");
    }

    /**
     * Creates the indexes, and fills the collection with copies of the one document that the adapter has put there.
     *
     * @param other makes a copy that of another place
     */
    public static void fill(QueryWatch watch, CollectionIndexes indexes, BiConsumer<Document, Integer> other) {
        var template = new MongoTemplate(new SimpleMongoClientDatabaseFactory(
                watch.database().client(), watch.database().name()));
        indexes.indexes()
                .forEach(index -> template.indexOps(indexes.collection()).createIndex(index));
        var collection = template.getCollection(indexes.collection());
        var pattern = Objects.requireNonNull(collection.find().first());
        var copies = new ArrayList<Document>();
        for (int i = 1; i < MANY; i++) {
            var find = new Document(pattern.get("find", Document.class));
            other.accept(find, i);
            copies.add(new Document(pattern)
                    .append("_id", "copy-" + i)
                    .append("reference", "X-" + i)
                    .append("find", find));
        }
        collection.insertMany(copies);
    }
}
