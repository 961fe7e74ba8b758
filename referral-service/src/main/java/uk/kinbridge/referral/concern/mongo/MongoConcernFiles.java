package uk.kinbridge.referral.concern.mongo;

import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.mongo.AggregateCollection;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.SaveOutcome;
import uk.kinbridge.referral.concern.ConcernEvent;
import uk.kinbridge.referral.concern.ConcernFiles;
import uk.kinbridge.referral.concern.ConcernsOfFamily;

/** Concerns in MongoDB, one document for each family; found by the family's id only. */
@Component
class MongoConcernFiles implements ConcernFiles {

    static final String COLLECTION = "concerns";

    private final AggregateCollection<ConcernsOfFamily, ConcernEvent> collection;

    MongoConcernFiles(Aggregates aggregates, EventEncoder<ConcernEvent> encoder) {
        this.collection = aggregates.open(
                COLLECTION,
                ConcernsOfFamily.class,
                ConcernsOfFamily::wakeAt,
                ConcernsOfFamily::elapse,
                concerns -> new Document(),
                encoder);
    }

    @Override
    public Optional<Held> find(String familyId) {
        return collection.find(familyId).map(found -> new Held(found.aggregate(), found.version()));
    }

    @Override
    public boolean save(long version, Change<ConcernsOfFamily, ConcernEvent> change, Instant now) {
        if (version > 0) {
            return collection.save(version, change, now) instanceof SaveOutcome.Saved;
        }
        try {
            collection.insert(change, now);
            return true;
        } catch (DuplicateKeyException begunByAnother) {
            return false;
        }
    }
}
