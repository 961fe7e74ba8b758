package uk.kinbridge.referral.referral.mongo;

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
import org.springframework.data.mongodb.core.CollectionCallback;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.mongo.AggregateCollection;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.SaveOutcome;
import uk.kinbridge.platform.mongo.Versioned;
import uk.kinbridge.referral.referral.PinnedRules;
import uk.kinbridge.referral.referral.Referral;
import uk.kinbridge.referral.referral.ReferralEvent;
import uk.kinbridge.referral.referral.Referrals;

/** Referrals in MongoDB, one document each. */
@Component
class MongoReferrals implements Referrals {

    static final String COLLECTION = "referrals";

    private final MongoOperations mongo;
    private final AggregateCollection<Referral, ReferralEvent> collection;

    MongoReferrals(
            MongoOperations mongo, Aggregates aggregates, EventEncoder<ReferralEvent> encoder, PinnedRules rules) {
        this.mongo = mongo;
        this.collection = aggregates.open(
                COLLECTION,
                Referral.class,
                Referral::wakeAt,
                (referral, now) -> referral.elapse(now, rules.of(referral)),
                MongoReferrals::findable,
                encoder);
    }

    private static Document findable(Referral referral) {
        var findable = new Document("parties", referral.parties())
                .append("referrer", referral.referrer().agency())
                .append("recipient", referral.recipient().agency())
                .append(
                        "documents",
                        referral.documents().stream().map(d -> d.documentId()).toList())
                .append("family", referral.disclosed().familyId())
                .append("nextDueAt", Date.from(Position.of(referral).nextDueAt()));
        referral.oldestCalendar().ifPresent(calendar -> findable.append("calendar", calendar));
        return findable;
    }

    @Override
    public Held add(Change<Referral, ReferralEvent> change, Instant now) {
        return held(collection.insert(change, now));
    }

    @Override
    public Saved addOnce(Change<Referral, ReferralEvent> change, Instant now, String messageId) {
        return saved(collection.insertOnce(change, now, messageId));
    }

    @Override
    public Optional<Held> find(String id) {
        return collection.find(id).map(MongoReferrals::held);
    }

    @Override
    public Optional<Held> madeBy(String messageId) {
        return collection.findByMessage(messageId).map(MongoReferrals::held);
    }

    @Override
    public Saved save(long version, Change<Referral, ReferralEvent> change, Instant now) {
        return saved(collection.save(version, change, now));
    }

    @Override
    public Saved saveOnce(long version, Change<Referral, ReferralEvent> change, Instant now, String messageId) {
        return saved(collection.saveOnce(version, change, now, messageId));
    }

    @Override
    public boolean carriedTo(String agency, String documentId) {
        return in(c -> c.find(Filters.and(Filters.eq("find.documents", documentId), Filters.eq("find.parties", agency)))
                        .projection(Projections.include("_id"))
                        .first()
                != null);
    }

    @Override
    public List<Held> behind(String calendar, @Nullable CalendarPosition after, int limit) {
        var filters = new ArrayList<Bson>();
        filters.add(Filters.lt("find.calendar", calendar));
        if (after != null) {
            filters.add(Filters.gte("find.calendar", after.calendar()));
            filters.add(Filters.or(
                    Filters.gt("find.calendar", after.calendar()),
                    Filters.and(Filters.eq("find.calendar", after.calendar()), Filters.gt("_id", after.id()))));
        }
        return this.<List<Held>>in(c -> {
            var rows = new ArrayList<Held>();
            c.find(Filters.and(filters))
                    .sort(Sorts.ascending("find.calendar", "_id"))
                    .limit(limit)
                    .forEach(document -> rows.add(held(collection.read(document))));
            return rows;
        });
    }

    @Override
    public List<Held> ofFamily(List<String> families, String agency, @Nullable String after, int limit) {
        var filters = new ArrayList<Bson>();
        filters.add(Filters.in("find.family", families));
        filters.add(Filters.eq("find.parties", agency));
        if (after != null) {
            filters.add(Filters.gt("_id", after));
        }
        return this.<List<Held>>in(c -> {
            var rows = new ArrayList<Held>();
            c.find(Filters.and(filters))
                    .sort(Sorts.ascending("_id"))
                    .limit(limit)
                    .forEach(document -> rows.add(held(collection.read(document))));
            return rows;
        });
    }

    @Override
    public List<Held> worklist(WorklistQuery query) {
        var filters = new ArrayList<Bson>();
        filters.add(Filters.eq(sideField(query.side()), query.agency()));
        var overdueAt = query.overdueAt();
        if (overdueAt != null) {
            filters.add(Filters.lte("find.nextDueAt", Date.from(overdueAt)));
        }
        var after = query.after();
        if (after != null) {
            var due = Date.from(after.nextDueAt());
            // The plain bound lets the index narrow; the pair of bounds makes it exact among equal times.
            filters.add(Filters.gte("find.nextDueAt", due));
            filters.add(Filters.or(
                    Filters.gt("find.nextDueAt", due),
                    Filters.and(Filters.eq("find.nextDueAt", due), Filters.gt("_id", after.id()))));
        }
        return this.<List<Held>>in(c -> {
            var rows = new ArrayList<Held>();
            c.find(Filters.and(filters))
                    .sort(Sorts.ascending("find.nextDueAt", "_id"))
                    .limit(query.limit())
                    .forEach(document -> rows.add(held(collection.read(document))));
            return rows;
        });
    }

    private <T> T in(CollectionCallback<T> work) {
        return Objects.requireNonNull(mongo.execute(COLLECTION, work));
    }

    private static String sideField(@Nullable WorklistSide side) {
        return switch (side) {
            case null -> "find.parties";
            case REFERRER -> "find.referrer";
            case RECIPIENT -> "find.recipient";
        };
    }

    private static Held held(Versioned<Referral> versioned) {
        return new Held(versioned.aggregate(), versioned.version());
    }

    private static Saved saved(SaveOutcome outcome) {
        return switch (outcome) {
            case SaveOutcome.Saved _ -> Saved.DONE;
            case SaveOutcome.Stale _ -> Saved.STALE;
            case SaveOutcome.AlreadyHandled _ -> Saved.HANDLED_BEFORE;
        };
    }
}
