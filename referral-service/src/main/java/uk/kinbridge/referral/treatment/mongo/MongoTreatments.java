package uk.kinbridge.referral.treatment.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.CollectionCallback;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.mongo.AggregateCollection;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.SaveOutcome;
import uk.kinbridge.protocols.published.FollowsCalendars;
import uk.kinbridge.protocols.published.PinnedCalendars;
import uk.kinbridge.protocols.published.mongo.FollowingRecords;
import uk.kinbridge.referral.treatment.Treatment;
import uk.kinbridge.referral.treatment.TreatmentEvent;
import uk.kinbridge.referral.treatment.Treatments;

/** Treatments in MongoDB, one document each. */
@Component
class MongoTreatments implements Treatments {

    static final String COLLECTION = "treatments";

    /** The consent on which others were told; a part of the record itself. */
    static final String CONSENT = "told.consent";

    /** Of one family, or on one consent; nobody enters treatment more often than a page holds. */
    private static final int MOST = 100;

    private final MongoOperations mongo;
    private final PinnedCalendars calendars;
    private final AggregateCollection<Treatment, TreatmentEvent> collection;

    MongoTreatments(
            MongoOperations mongo,
            Aggregates aggregates,
            EventEncoder<TreatmentEvent> encoder,
            PinnedCalendars calendars) {
        this.mongo = mongo;
        this.calendars = calendars;
        this.collection = aggregates.open(
                COLLECTION, Treatment.class, Treatment::wakeAt, Treatment::elapse, MongoTreatments::findable, encoder);
    }

    private static Document findable(Treatment treatment) {
        return FollowingRecords.findable(
                new Document("family", treatment.family()).append("at", Date.from(treatment.at())), treatment.clocks());
    }

    /** Whoever is outside is told in time, whatever holidays come. */
    FollowsCalendars<?> following() {
        return new FollowingRecords<>(
                "treatments", mongo, collection, (treatment, now) -> treatment.brought(calendars, now));
    }

    @Override
    public Held add(Change<Treatment, TreatmentEvent> change, Instant now) {
        try {
            var added = collection.insert(change, now);
            return new Held(added.aggregate(), added.version());
        } catch (DuplicateKeyException enteredBefore) {
            return find(change.next().id()).orElseThrow(() -> enteredBefore);
        }
    }

    @Override
    public Optional<Held> find(String id) {
        return collection.find(id).map(found -> new Held(found.aggregate(), found.version()));
    }

    @Override
    public List<Held> ofFamily(String familyId) {
        return found(Filters.eq("find.family", familyId), Sorts.descending("find.at", "_id"));
    }

    @Override
    public List<Held> toldOn(String consentId) {
        return found(Filters.eq(CONSENT, consentId), Sorts.ascending("_id"));
    }

    private List<Held> found(Bson filter, Bson order) {
        CollectionCallback<List<Held>> work = c -> {
            var rows = new ArrayList<Held>();
            c.find(filter).sort(order).limit(MOST).forEach(document -> {
                var read = collection.read(document);
                rows.add(new Held(read.aggregate(), read.version()));
            });
            return rows;
        };
        return Objects.requireNonNull(mongo.execute(COLLECTION, work));
    }

    @Override
    public boolean save(long version, Change<Treatment, TreatmentEvent> change, Instant now) {
        return collection.save(version, change, now) instanceof SaveOutcome.Saved;
    }
}
