package uk.kinbridge.directory.agency;

import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The agencies in the database. */
@Component
class AgencyStore {

    private static final int CHANGES_KEPT = 200;

    private final MongoOperations mongo;

    AgencyStore(MongoOperations mongo) {
        this.mongo = mongo;
    }

    List<AgencyEntry> all() {
        return mongo.findAll(AgencyEntry.class);
    }

    Optional<AgencyEntry> find(String id) {
        return Optional.ofNullable(mongo.findById(id, AgencyEntry.class));
    }

    /** @return false when there is an agency of that id already, which stays as it is */
    boolean insert(AgencyEntry agency) {
        try {
            mongo.insert(agency);
            return true;
        } catch (DuplicateKeyException before) {
            return false;
        }
    }

    /**
     * Writes the fields that the update sets, with the note of the change, in one update of the version that was read.
     *
     * @return empty when the agency is gone or somebody else was faster
     */
    Optional<AgencyEntry> change(String id, long version, Update update, ChangeNote note) {
        update.inc("version", 1L);
        update.push("changes").slice(-CHANGES_KEPT).each(note);
        return Optional.ofNullable(mongo.findAndModify(
                Query.query(Criteria.where("_id").is(id).and("version").is(version)),
                update,
                FindAndModifyOptions.options().returnNew(true),
                AgencyEntry.class));
    }
}
