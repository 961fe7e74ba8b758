package uk.kinbridge.referral.referral.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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
import uk.kinbridge.platform.mongo.SaveOutcome;
import uk.kinbridge.platform.mongo.Versioned;
import uk.kinbridge.protocols.published.FollowsCalendars;
import uk.kinbridge.protocols.published.mongo.FollowingRecords;
import uk.kinbridge.referral.family.NameSounds;
import uk.kinbridge.referral.family.SearchTerms;
import uk.kinbridge.referral.referral.Duties;
import uk.kinbridge.referral.referral.PinnedRules;
import uk.kinbridge.referral.referral.Referral;
import uk.kinbridge.referral.referral.ReferralEvent;
import uk.kinbridge.referral.referral.ReferralTerms;
import uk.kinbridge.referral.referral.Referrals;
import uk.kinbridge.referral.referral.Rules;
import uk.kinbridge.referral.referral.Shown;

/** Referrals in MongoDB, one document each. */
@Component
class MongoReferrals implements Referrals {

    static final String COLLECTION = "referrals";

    private final MongoOperations mongo;
    private final PinnedRules rules;
    private final AggregateCollection<Referral, ReferralEvent> collection;

    MongoReferrals(
            MongoOperations mongo,
            Aggregates aggregates,
            EventEncoder<ReferralEvent> encoder,
            PinnedRules rules,
            NameSounds sounds) {
        this.mongo = mongo;
        this.rules = rules;
        this.collection = aggregates.open(
                COLLECTION,
                Referral.class,
                Referral::wakeAt,
                (referral, now) -> referral.elapse(now, rules.of(referral)),
                referral -> findable(referral, rules.of(referral), sounds),
                encoder);
    }

    private static Document findable(Referral referral, Rules rules, NameSounds sounds) {
        var findable = new Document("parties", referral.parties())
                .append("lists", List.copyOf(Duties.lists(referral)))
                .append("terms", List.copyOf(ReferralTerms.of(referral, rules, sounds)))
                .append("carried", carried(referral, rules))
                .append("family", referral.disclosed().familyId())
                .append("nextDueAt", Date.from(Position.of(referral).nextDueAt()));
        return FollowingRecords.findable(DuePlaces.findable(findable, Duties.dues(referral)), referral.clocks());
    }

    /** Referrals follow newly published bank holidays. */
    FollowsCalendars<?> following() {
        return new FollowingRecords<>(
                "referrals", mongo, collection, (referral, now) -> referral.recompute(rules.of(referral), now));
    }

    /** Which agency may open which document: what a decision on sharing held back is not among them. */
    private static List<String> carried(Referral referral, Rules rules) {
        return referral.parties().stream()
                .flatMap(agency -> Shown.to(agency, referral, rules).documents().stream()
                        .map(document -> carriedKey(agency, document.documentId())))
                .distinct()
                .toList();
    }

    private static String carriedKey(String agency, String documentId) {
        return agency + "/" + documentId;
    }

    @Override
    public Held add(Change<Referral, ReferralEvent> change, Instant now) {
        try {
            return held(collection.insert(change, now));
        } catch (DuplicateKeyException sentBefore) {
            // The same request twice at one moment: its id is the same, and one referral is what both asked for.
            return find(change.next().id()).orElseThrow(() -> sentBefore);
        }
    }

    @Override
    public Saved addOnce(Change<Referral, ReferralEvent> change, Instant now, String messageId) {
        try {
            return saved(collection.insertOnce(change, now, messageId));
        } catch (DuplicateKeyException referenceTaken) {
            return Saved.STALE;
        }
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
    public List<String> carriers(String agency, String documentId) {
        return this.<List<String>>in(c -> {
            var ids = new ArrayList<String>();
            c.find(Filters.eq("find.carried", carriedKey(agency, documentId)))
                    .projection(Projections.include("_id"))
                    .forEach(document -> ids.add(document.getString("_id")));
            return ids;
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
        return found(Filters.and(filters), Sorts.ascending("_id"), limit);
    }

    @Override
    public List<Held> listed(ListQuery query) {
        // Each list is one walk along the index; of several the first rows of all are merged.
        var rows = new LinkedHashMap<String, Held>();
        query.lists().stream()
                .flatMap(list -> page(Filters.eq("find.lists", list), query).stream())
                .sorted(Comparator.comparing(
                                (Held held) -> Position.of(held.referral()).nextDueAt())
                        .thenComparing(held -> held.referral().id()))
                .forEach(held -> rows.putIfAbsent(held.referral().id(), held));
        return rows.values().stream().limit(query.limit()).toList();
    }

    /**
     * What was written before duties had places stands among the other lists until it is next saved, and is found there,
     * in the order of that time: no list loses anything meanwhile.
     *
     * <p>Those are looked at first and the first place last, so that what a save puts there meanwhile, because something was
     * done that was due before, is found twice and not never.
     */
    @Override
    public List<Row> due(DutyQuery query) {
        var found = new ArrayList<Row>();
        var withoutPlaces =
                new ListQuery(query.lists(), query.party(), true, query.overdueAt(), query.after(), query.limit());
        page(Filters.in("find.lists", query.lists()), withoutPlaces)
                .forEach(held -> found.add(Row.of(held, Position.of(held.referral()), query.lists())));
        for (int place = DuePlaces.PLACES - 1; place >= 0; place--) {
            found.addAll(duePage(place, query));
        }
        var rows = new LinkedHashMap<String, Row>();
        found.stream()
                .sorted(Comparator.comparing((Row row) -> row.position().nextDueAt())
                        .thenComparing(row -> row.position().id()))
                .forEach(row -> rows.putIfAbsent(row.position().id(), row));
        return rows.values().stream().limit(query.limit()).toList();
    }

    private List<Row> duePage(int place, DutyQuery query) {
        return found(DuePlaces.filter(place, query), DuePlaces.order(place), query.limit(), document -> {
            var held = held(collection.read(document));
            var position = new Position(
                    DuePlaces.momentOf(document, place), held.referral().id());
            return Row.of(held, position, query.lists());
        });
    }

    private List<Held> page(Bson lists, ListQuery query) {
        var filters = new ArrayList<Bson>();
        filters.add(lists);
        if (query.party() != null) {
            filters.add(Filters.eq("find.parties", query.party()));
        }
        if (query.running()) {
            filters.add(Filters.lt("find.nextDueAt", Date.from(Position.NEVER)));
        }
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
        return found(Filters.and(filters), Sorts.ascending("find.nextDueAt", "_id"), query.limit());
    }

    @Override
    public List<Held> search(String agency, List<String> terms, @Nullable String after, int limit) {
        var filters = new ArrayList<Bson>();
        terms.forEach(term -> filters.add(Filters.eq("find.terms", SearchTerms.of(agency, term))));
        if (after != null) {
            filters.add(Filters.gt("_id", after));
        }
        return found(Filters.and(filters), Sorts.ascending("_id"), limit);
    }

    private List<Held> found(Bson filter, Bson sort, int limit) {
        return found(filter, sort, limit, document -> held(collection.read(document)));
    }

    private <T> List<T> found(Bson filter, Bson sort, int limit, Function<Document, T> as) {
        return this.<List<T>>in(c -> {
            var rows = new ArrayList<T>();
            c.find(filter).sort(sort).limit(limit).forEach(document -> rows.add(as.apply(document)));
            return rows;
        });
    }

    private <T> T in(CollectionCallback<T> work) {
        return Objects.requireNonNull(mongo.execute(COLLECTION, work));
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
