package uk.kinbridge.directory.protocol;

import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import uk.kinbridge.protocols.reading.UnreadableException;

/** The published versions in the database. The only write is an insert, so no version can change. */
@Component
class VersionStore {

    private static final Logger log = LoggerFactory.getLogger(VersionStore.class);

    private final MongoOperations mongo;

    VersionStore(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /**
     * Safe for several instances at once: the id decides who was first.
     *
     * @return false when that version has been published before, whatever it says
     */
    boolean publish(Publication publication) {
        try {
            mongo.insert(StoredVersion.of(publication));
            log.info("published {}", publication.id());
            return true;
        } catch (DuplicateKeyException before) {
            return false;
        }
    }

    /** Those that are not known yet. */
    List<Publication> allBut(Collection<String> known) {
        return mongo.find(Query.query(Criteria.where("_id").nin(known)), StoredVersion.class).stream()
                .flatMap(stored -> readable(stored).stream())
                .toList();
    }

    private static List<Publication> readable(StoredVersion stored) {
        try {
            return List.of(stored.publication());
        } catch (UnreadableException newer) {
            // Another instance, of a newer release, may publish what this one cannot read; the rest must go on.
            log.error("version {} cannot be read by this release: {}", stored.id(), newer.getMessage());
            return List.of();
        }
    }
}
