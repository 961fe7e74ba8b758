package uk.kinbridge.directory.protocol;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.mongo.AggregateCollection;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.protocols.reading.UnreadableException;

/** The published versions in the database. The only write is an insert, so no version can change. */
@Component
class VersionStore {

    private static final Logger log = LoggerFactory.getLogger(VersionStore.class);
    static final String COLLECTION = "protocolVersions";

    private final MongoOperations mongo;
    private final AggregateCollection<StoredVersion, PublishedVersion> collection;

    VersionStore(MongoOperations mongo, Aggregates aggregates, EventEncoder<PublishedVersion> announcements) {
        this.mongo = mongo;
        this.collection = aggregates.open(
                COLLECTION, StoredVersion.class, version -> new Document("by", version.publishedBy()), announcements);
    }

    /**
     * Writes the version together with the event that tells the other services of it. Safe for several instances at
     * once: the id decides who was first.
     *
     * @param version the same, with what it extends put in
     * @return false when that version has been published before, whatever it says
     */
    boolean publish(Publication publication, PublishedVersion version) {
        try {
            collection.insert(new Change<>(StoredVersion.of(publication), List.of(version)), publication.at());
            log.info("published {}", publication.id());
            return true;
        } catch (DuplicateKeyException before) {
            return false;
        }
    }

    Optional<Publication> find(String id) {
        return collection.find(id).map(stored -> stored.aggregate().publication());
    }

    /** Those that are not known yet. */
    List<Publication> allBut(Collection<String> known) {
        return mongo.find(Query.query(Criteria.where("_id").nin(known)), StoredVersion.class, COLLECTION).stream()
                .flatMap(stored -> readable(stored).stream())
                .toList();
    }

    private static List<Publication> readable(StoredVersion stored) {
        try {
            return List.of(stored.publication());
        } catch (UnreadableException | IllegalArgumentException newer) {
            // Another instance, of a newer release, may publish what this one cannot read; the rest must go on.
            log.error("version {} cannot be read by this release: {}", stored.id(), newer.getMessage());
            return List.of();
        }
    }
}
