package uk.kinbridge.referral.referral.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import uk.kinbridge.referral.referral.Places;

/**
 * Places of programmes in MongoDB: one document for each place, so that one write takes it and two cannot take the same.
 */
@Component
class MongoPlaces implements Places {

    static final String COLLECTION = "places";

    private static final Instant NEVER_FREE = Instant.parse("9999-12-31T00:00:00Z");

    private final MongoOperations mongo;

    MongoPlaces(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public boolean take(String programme, String referralId, int places, @Nullable Instant until, Instant now) {
        return Boolean.TRUE.equals(mongo.execute(COLLECTION, collection -> {
            var free = Date.from(until == null ? NEVER_FREE : until);
            boolean taken = has(collection, programme, referralId, now);
            for (int place = 1; place <= places && !taken; place++) {
                taken = takes(collection, programme, place, referralId, free, now)
                        || has(collection, programme, referralId, now);
            }
            return taken;
        }));
    }

    private static boolean has(MongoCollection<Document> collection, String programme, String referralId, Instant now) {
        return collection
                        .find(Filters.and(
                                Filters.eq("programme", programme),
                                Filters.eq("referral", referralId),
                                Filters.gt("until", Date.from(now))))
                        .projection(Projections.include("_id"))
                        .first()
                != null;
    }

    /** A place that is not free does not match, and its insertion meets the id that is there. */
    private static boolean takes(
            MongoCollection<Document> collection,
            String programme,
            int place,
            String referralId,
            Date until,
            Instant now) {
        try {
            var result = collection.updateOne(
                    Filters.and(Filters.eq("_id", programme + "/" + place), Filters.lte("until", Date.from(now))),
                    Updates.combine(
                            Updates.set("programme", programme),
                            Updates.set("referral", referralId),
                            Updates.set("until", until)),
                    new UpdateOptions().upsert(true));
            return result.getModifiedCount() == 1 || result.getUpsertedId() != null;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void release(String programme, String referralId) {
        Objects.requireNonNull(mongo.execute(
                COLLECTION,
                collection -> collection.deleteMany(
                        Filters.and(Filters.eq("programme", programme), Filters.eq("referral", referralId)))));
    }
}
