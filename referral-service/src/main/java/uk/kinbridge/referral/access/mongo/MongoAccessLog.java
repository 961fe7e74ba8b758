package uk.kinbridge.referral.access.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import uk.kinbridge.referral.access.AccessLog;
import uk.kinbridge.referral.access.Look;

/** One small document for each look, found by record and time. */
@Component
class MongoAccessLog implements AccessLog {

    static final String COLLECTION = "accessLog";

    private final MongoOperations mongo;

    MongoAccessLog(MongoOperations mongo) {
        this.mongo = mongo;
    }

    record Entry(
            String id,
            String record,
            Instant at,
            String person,
            String name,
            String agency,
            List<String> roles,
            String what) {

        static Entry of(Look look) {
            return new Entry(
                    UUID.randomUUID().toString(),
                    look.record(),
                    look.at(),
                    look.person(),
                    look.name(),
                    look.agency(),
                    look.roles(),
                    look.what());
        }

        Kept kept() {
            return new Kept(id, new Look(record, at, person, name, agency, roles, what));
        }
    }

    @Override
    public void add(Look look) {
        mongo.insert(Entry.of(look), COLLECTION);
    }

    @Override
    public List<Kept> of(Part part) {
        var criteria = new ArrayList<Criteria>();
        criteria.add(Criteria.where("record").is(part.record()));
        if (part.agency() != null) {
            criteria.add(Criteria.where("agency").is(part.agency()));
        }
        var before = part.before();
        if (before != null) {
            criteria.add(Criteria.where("at").lte(before.at()));
            criteria.add(new Criteria()
                    .orOperator(
                            Criteria.where("at").lt(before.at()),
                            Criteria.where("_id").lt(before.id())));
        }
        return mongo
                .find(
                        new Query(new Criteria().andOperator(criteria))
                                .with(Sort.by(Sort.Direction.DESC, "at", "_id"))
                                .limit(part.limit()),
                        Entry.class,
                        COLLECTION)
                .stream()
                .map(Entry::kept)
                .toList();
    }
}
