package uk.kinbridge.directory.protocol;

import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The drafts in the database. */
@Component
class DraftStore {

    private final MongoOperations mongo;

    DraftStore(MongoOperations mongo) {
        this.mongo = mongo;
    }

    List<Draft> all() {
        return mongo.find(new Query().with(Sort.by("_id")), Draft.class);
    }

    Optional<Draft> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Draft.class));
    }

    /** @return false when there is a draft of that version already */
    boolean insert(Draft draft) {
        try {
            mongo.insert(draft);
            return true;
        } catch (DuplicateKeyException before) {
            return false;
        }
    }

    /** @return false when somebody else was faster */
    boolean replace(Draft changed) {
        var asRead = Query.query(
                Criteria.where("_id").is(changed.id()).and("revision").is(changed.revision() - 1));
        return mongo.replace(asRead, changed).getModifiedCount() == 1;
    }
}
