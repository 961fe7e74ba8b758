package uk.kinbridge.platform.web.idempotency;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import uk.kinbridge.platform.mongo.Inserts;
import uk.kinbridge.platform.mongo.WriteWitness;

/**
 * The keys that were seen, one document each. Uniqueness rests on {@code _id} alone; a claim has a lease, so that a
 * request whose process died can go on; what is old is purged by whoever claims next, since the embedded database has no
 * expiry.
 */
final class IdempotencyKeys {

    static final String COLLECTION = WriteWitness.CLAIMS;
    static final String ANSWER = "answer";

    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration PURGE_INTERVAL = Duration.ofMinutes(10);

    private final MongoOperations mongo;
    private final Duration lease;
    private final Inserts inserts;
    private final AnswerKeeper answers;
    private final AtomicReference<Instant> nextPurge = new AtomicReference<>(Instant.MIN);

    IdempotencyKeys(MongoOperations mongo, Duration lease, AnswerKeeper answers) {
        this.mongo = mongo;
        this.answers = answers;
        this.lease = lease;
        this.inserts = new Inserts(mongo, COLLECTION);
    }

    Claim claim(String scope, String bodyHash, Instant now) {
        purge(now);
        String holder = UUID.randomUUID().toString();
        Document fresh = new Document("_id", scope)
                .append("bodyHash", bodyHash)
                .append("holder", holder)
                .append("leaseUntil", Date.from(now.plus(lease)))
                .append("firstSeen", Date.from(now))
                .append("purgeAt", Date.from(now.plus(KEPT)));
        try {
            inserts.insert(fresh);
            return new Claim.Mine(holder, now, false);
        } catch (DuplicateKeyException seenBefore) {
            Document known = mongo.execute(
                    COLLECTION, keys -> keys.find(eq("_id", scope)).first());
            // purged between the two: whoever sends it again will find it free
            return known == null ? new Claim.InFlight() : claimKnown(known, fresh, now);
        }
    }

    private Claim claimKnown(Document known, Document fresh, Instant now) {
        if (!instant(known, "purgeAt").isAfter(now)) {
            return takeOver(known, fresh, now, renewal(fresh));
        }
        if (!fresh.getString("bodyHash").equals(known.getString("bodyHash"))) {
            return new Claim.Reused();
        }
        if (known.get(ANSWER) instanceof Document answer) {
            return new Claim.Answered(KeptAnswer.of(answer));
        }
        var late = answers.of(known.getString("_id"), known.getString("holder"));
        if (late.isPresent()) {
            return new Claim.Answered(late.get());
        }
        if (instant(known, "leaseUntil").isAfter(now)) {
            return new Claim.InFlight();
        }
        return takeOver(
                known,
                fresh,
                instant(known, "firstSeen"),
                combine(set("holder", fresh.getString("holder")), set("leaseUntil", fresh.getDate("leaseUntil"))));
    }

    /** Only one of several that try at once finds the old holder in place. */
    private Claim takeOver(Document known, Document fresh, Instant firstSeen, Bson change) {
        return matched(AnswerKeeper.heldBy(known.getString("_id"), known.getString("holder")), change)
                ? new Claim.Mine(fresh.getString("holder"), firstSeen, true)
                : new Claim.InFlight();
    }

    /** Keeps the answer, unless the claim has passed to another meanwhile. */
    void answer(String scope, String holder, KeptAnswer answer) {
        answers.keep(scope, holder, answer);
    }

    /**
     * Lets the request run again at once. The document stays, with the moment when the key came first: if something was
     * saved in spite of the failure, the repetition must arrive at the same id.
     */
    void release(String scope, String holder, Instant now) {
        matched(and(AnswerKeeper.heldBy(scope, holder), exists(ANSWER, false)), set("leaseUntil", Date.from(now)));
    }

    private boolean matched(Bson filter, Bson change) {
        @Nullable
        Long matched =
                mongo.execute(COLLECTION, keys -> keys.updateOne(filter, change).getMatchedCount());
        return Objects.requireNonNull(matched) > 0;
    }

    private void purge(Instant now) {
        Instant due = nextPurge.get();
        if (!now.isBefore(due) && nextPurge.compareAndSet(due, now.plus(PURGE_INTERVAL))) {
            mongo.execute(COLLECTION, keys -> keys.deleteMany(lt("purgeAt", Date.from(now))));
        }
    }

    private static Bson renewal(Document fresh) {
        return combine(
                unset(ANSWER),
                set("bodyHash", fresh.getString("bodyHash")),
                set("holder", fresh.getString("holder")),
                set("leaseUntil", fresh.getDate("leaseUntil")),
                set("firstSeen", fresh.getDate("firstSeen")),
                set("purgeAt", fresh.getDate("purgeAt")));
    }

    private static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }
}
