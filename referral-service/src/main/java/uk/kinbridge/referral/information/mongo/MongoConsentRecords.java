package uk.kinbridge.referral.information.mongo;

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
import uk.kinbridge.referral.information.ConsentRecord;
import uk.kinbridge.referral.information.ConsentRecords;
import uk.kinbridge.referral.information.InformationEvent;

/** Consent records in MongoDB, one document for each family. */
@Component
class MongoConsentRecords implements ConsentRecords {

    static final String COLLECTION = "consentRecords";

    private final AggregateCollection<ConsentRecord, InformationEvent> collection;

    MongoConsentRecords(Aggregates aggregates, EventEncoder<InformationEvent> encoder) {
        this.collection = aggregates.open(COLLECTION, ConsentRecord.class, record -> new Document(), encoder);
    }

    @Override
    public Optional<Held> find(String familyId) {
        return collection.find(familyId).map(found -> new Held(found.aggregate(), found.version()));
    }

    @Override
    public boolean save(long version, Change<ConsentRecord, InformationEvent> change, Instant now) {
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
