package uk.kinbridge.referral.family.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.CollectionCallback;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.mongo.AggregateCollection;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.SaveOutcome;
import uk.kinbridge.protocols.published.FollowsCalendars;
import uk.kinbridge.protocols.published.mongo.FollowingRecords;
import uk.kinbridge.referral.family.Families;
import uk.kinbridge.referral.family.Family;
import uk.kinbridge.referral.family.FamilyEvent;
import uk.kinbridge.referral.family.Freshness;
import uk.kinbridge.referral.family.MatchKeys;
import uk.kinbridge.referral.family.NameSounds;
import uk.kinbridge.referral.family.SearchTerms;

/** Families in MongoDB, one document each. */
@Component
class MongoFamilies implements Families {

    static final String COLLECTION = "families";

    private final MongoOperations mongo;
    private final NameSounds sounds;
    private final Freshness freshness;
    private final AggregateCollection<Family, FamilyEvent> collection;

    MongoFamilies(
            MongoOperations mongo,
            Aggregates aggregates,
            NameSounds sounds,
            Freshness freshness,
            EventEncoder<FamilyEvent> encoder) {
        this.mongo = mongo;
        this.sounds = sounds;
        this.freshness = freshness;
        this.collection =
                aggregates.open(COLLECTION, Family.class, Family::wakeAt, freshness::elapse, this::findable, encoder);
    }

    /** What a stored record is to be found by, as it is put down today. */
    Document findable(Document stored) {
        return findable(collection.read(stored).aggregate());
    }

    private Document findable(Family family) {
        // A record that has become part of another one is found through that one alone.
        return family.mergedInto() != null
                ? new Document()
                : FollowingRecords.findable(
                        new Document("keys", List.copyOf(MatchKeys.all(family, sounds)))
                                .append("terms", List.copyOf(SearchTerms.of(family, sounds))),
                        family.clocks());
    }

    /** What is known of families is to be checked in time, whatever holidays come. */
    FollowsCalendars<?> following() {
        return new FollowingRecords<>("families", mongo, collection, freshness::brought);
    }

    @Override
    public Held add(Family family, Instant now) {
        var added = collection.insert(freshness.clocked(family, now), now);
        return new Held(added.aggregate(), added.version());
    }

    @Override
    public Optional<Held> find(String id) {
        return collection.find(id).map(found -> new Held(found.aggregate(), found.version()));
    }

    @Override
    public Optional<Family> outline(String id) {
        CollectionCallback<Optional<Family>> work = c -> Optional.ofNullable(c.find(Filters.eq("_id", id))
                        .projection(
                                Projections.exclude("people", "facts", "relationships", "clocks", "history", "find"))
                        .first())
                .map(document -> document.append("people", List.of())
                        .append("facts", new Document())
                        .append("relationships", List.of())
                        .append("clocks", List.of())
                        .append("history", List.of()))
                .map(document -> collection.read(document).aggregate());
        return Objects.requireNonNull(mongo.execute(COLLECTION, work));
    }

    @Override
    public boolean save(long version, Family next, Instant now) {
        return save(version, next, List.of(), now);
    }

    @Override
    public boolean save(long version, Family next, List<? extends FamilyEvent> told, Instant now) {
        var clocked = freshness.clocked(next, now);
        var events = new ArrayList<FamilyEvent>(told);
        events.addAll(clocked.events());
        return collection.save(version, new Change<>(clocked.next(), events), now) instanceof SaveOutcome.Saved;
    }

    @Override
    public List<Family> sharing(Collection<String> keys, int limit) {
        return keys.isEmpty()
                ? List.of()
                : find(Filters.in("find.keys", keys), limit).stream()
                        .map(Held::family)
                        .toList();
    }

    @Override
    public List<Held> search(Search search) {
        var filters = new ArrayList<Bson>();
        search.terms().forEach(term -> filters.add(Filters.eq("find.terms", SearchTerms.of(search.agency(), term))));
        if (search.after() != null) {
            filters.add(Filters.gt("_id", search.after()));
        }
        return find(Filters.and(filters), search.limit());
    }

    private List<Held> find(Bson filter, int limit) {
        CollectionCallback<List<Held>> work = c -> {
            var rows = new ArrayList<Held>();
            c.find(filter).sort(Sorts.ascending("_id")).limit(limit).forEach(document -> {
                var read = collection.read(document);
                rows.add(new Held(read.aggregate(), read.version()));
            });
            return rows;
        };
        return Objects.requireNonNull(mongo.execute(COLLECTION, work));
    }
}
