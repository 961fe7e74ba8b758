package uk.kinbridge.referral.information.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.CollectionCallback;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.mongo.AggregateCollection;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.referral.information.InformationEvent;
import uk.kinbridge.referral.information.KeptDecision;
import uk.kinbridge.referral.information.SharingDecisions;

/** Decisions on sharing in MongoDB, one document each. */
@Component
class MongoSharingDecisions implements SharingDecisions {

    static final String COLLECTION = "sharingDecisions";

    private final MongoOperations mongo;
    private final AggregateCollection<KeptDecision, InformationEvent> collection;

    MongoSharingDecisions(MongoOperations mongo, Aggregates aggregates, EventEncoder<InformationEvent> encoder) {
        this.mongo = mongo;
        this.collection = aggregates.open(COLLECTION, KeptDecision.class, MongoSharingDecisions::findable, encoder);
    }

    private static Document findable(KeptDecision decision) {
        return new Document("family", decision.family())
                .append("parties", decision.parties())
                .append("at", Date.from(decision.at()))
                .append("reliesOn", decision.reliesOn());
    }

    @Override
    public void keep(Change<KeptDecision, InformationEvent> decision, Instant now) {
        try {
            collection.insert(decision, now);
        } catch (DuplicateKeyException keptBefore) {
            if (find(decision.next().id()).isEmpty()) {
                throw keptBefore;
            }
        }
    }

    @Override
    public Optional<KeptDecision> find(String id) {
        return collection.find(id).map(found -> found.aggregate());
    }

    @Override
    public List<KeptDecision> of(List<String> familyIds, String agency, @Nullable Place after, int limit) {
        var filters = new ArrayList<Bson>();
        filters.add(
                familyIds.size() == 1
                        ? Filters.eq("find.family", familyIds.getFirst())
                        : Filters.in("find.family", familyIds));
        filters.add(Filters.eq("find.parties", agency));
        if (after != null) {
            var at = Date.from(after.at());
            // The plain bound lets the index narrow; the pair of bounds makes it exact among equal times.
            filters.add(Filters.lte("find.at", at));
            filters.add(Filters.or(
                    Filters.lt("find.at", at), Filters.and(Filters.eq("find.at", at), Filters.lt("_id", after.id()))));
        }
        return found(Filters.and(filters), limit);
    }

    @Override
    public List<KeptDecision> relyingOn(String consentId) {
        return this.<List<KeptDecision>>in(c -> {
            var found = new ArrayList<KeptDecision>();
            c.find(Filters.eq("find.reliesOn", consentId))
                    .forEach(document -> found.add(collection.read(document).aggregate()));
            return found;
        });
    }

    @Override
    public boolean sharedWith(String agency, String familyId) {
        return in(c -> c.find(Filters.and(Filters.eq("find.family", familyId), Filters.eq("find.parties", agency)))
                        .projection(Projections.include("_id"))
                        .first()
                != null);
    }

    private List<KeptDecision> found(Bson filter, int limit) {
        return this.<List<KeptDecision>>in(c -> {
            var found = new ArrayList<KeptDecision>();
            c.find(filter)
                    .sort(Sorts.descending("find.at", "_id"))
                    .limit(limit)
                    .forEach(document -> found.add(collection.read(document).aggregate()));
            return found;
        });
    }

    private <T> T in(CollectionCallback<T> work) {
        return Objects.requireNonNull(mongo.execute(COLLECTION, work));
    }
}
