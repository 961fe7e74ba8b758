package uk.kinbridge.directory.practitioner;

import java.util.Collection;
import java.util.List;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The last good copy of the people, for a start while the sign-in service is down. */
@Component
class PractitionerStore {

    private final MongoOperations mongo;

    PractitionerStore(MongoOperations mongo) {
        this.mongo = mongo;
    }

    List<Practitioner> all() {
        return mongo.findAll(Practitioner.class);
    }

    void save(Collection<Practitioner> changed, Collection<String> goneSubjects) {
        if (!changed.isEmpty()) {
            var bulk = mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, Practitioner.class);
            changed.forEach(person -> bulk.replaceOne(
                    Query.query(Criteria.where("_id").is(person.subject())),
                    person,
                    org.springframework.data.mongodb.core.FindAndReplaceOptions.options()
                            .upsert()));
            bulk.execute();
        }
        if (!goneSubjects.isEmpty()) {
            mongo.remove(Query.query(Criteria.where("_id").in(goneSubjects)), Practitioner.class);
        }
    }
}
