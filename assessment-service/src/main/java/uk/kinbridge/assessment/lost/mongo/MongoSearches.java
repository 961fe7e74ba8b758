package uk.kinbridge.assessment.lost.mongo;

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
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.CollectionCallback;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;
import uk.kinbridge.assessment.appointment.PinnedRules;
import uk.kinbridge.assessment.family.MergedFamilies;
import uk.kinbridge.assessment.lost.Search;
import uk.kinbridge.assessment.lost.SearchEvent;
import uk.kinbridge.assessment.lost.SearchRules;
import uk.kinbridge.assessment.lost.Searches;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.mongo.AggregateCollection;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.CollectionIndexes;
import uk.kinbridge.platform.mongo.SaveOutcome;
import uk.kinbridge.platform.mongo.Versioned;
import uk.kinbridge.protocols.published.FollowsCalendars;
import uk.kinbridge.protocols.published.mongo.FollowingRecords;

/** Searches in MongoDB, one document each. */
@Component
class MongoSearches implements Searches {

    static final String COLLECTION = "searches";

    private final MongoOperations mongo;
    private final PinnedRules rules;
    private final MergedFamilies merged;
    private final AggregateCollection<Search, SearchEvent> collection;

    MongoSearches(
            MongoOperations mongo,
            Aggregates aggregates,
            EventEncoder<SearchEvent> encoder,
            PinnedRules rules,
            MergedFamilies merged) {
        this.mongo = mongo;
        this.rules = rules;
        this.merged = merged;
        this.collection = aggregates.open(
                COLLECTION,
                Search.class,
                Search::wakeAt,
                (search, now) -> search.elapse(now, rules(rules, search)),
                MongoSearches::findable,
                encoder);
    }

    private static SearchRules rules(PinnedRules pinned, Search search) {
        var rules = pinned.of(search.protocol());
        return new SearchRules(rules.pack(), rules.bankHolidays());
    }

    /** An index for each question that is asked of all searches. */
    @Configuration(proxyBeanMethods = false)
    static class Indexes {
        @Bean
        CollectionIndexes indexesOfSearches() {
            return new CollectionIndexes(
                    COLLECTION,
                    List.of(
                            new Index()
                                    .on("reference", Direction.ASC)
                                    .named("reference")
                                    .unique(),
                            new Index()
                                    .on("find.parties", Direction.ASC)
                                    .on("find.ended", Direction.ASC)
                                    .on("find.begunAt", Direction.ASC)
                                    .on("_id", Direction.ASC)
                                    .named("agency"),
                            new Index().on("find.family", Direction.ASC).named("family"),
                            FollowingRecords.index()));
        }

        @Bean
        FollowsCalendars<?> searchesFollowCalendars(MongoSearches searches) {
            return searches.following();
        }
    }

    private static Document findable(Search search) {
        var found = new Document("parties", search.parties())
                .append("family", search.family())
                .append("by", search.agency())
                .append("ended", !search.isOpen())
                .append("begunAt", Date.from(search.begunAt()));
        return FollowingRecords.findable(found, search.isOpen() ? search.clocks() : List.of());
    }

    /** A family is found, or its loss told, in time, whatever holidays come. */
    FollowsCalendars<?> following() {
        return new FollowingRecords<>(
                "searches for families", mongo, collection, (search, now) -> search.brought(now, rules(rules, search)));
    }

    @Override
    public Held add(Change<Search, SearchEvent> change, Instant now) {
        try {
            return held(collection.insert(change, now));
        } catch (DuplicateKeyException there) {
            return find(change.next().id()).orElseThrow(() -> there);
        }
    }

    @Override
    public Optional<Held> find(String id) {
        return collection.find(id).map(MongoSearches::held);
    }

    @Override
    public Optional<Held> open(String agency, String family) {
        return rows(
                        Filters.and(
                                Filters.in("find.family", merged.of(family).ids()),
                                Filters.eq("find.by", agency),
                                Filters.eq("find.ended", false)),
                        1)
                .stream()
                .findFirst();
    }

    @Override
    public Saved save(long version, Change<Search, SearchEvent> change, Instant now) {
        return saved(collection.save(version, change, now));
    }

    @Override
    public Saved saveOnce(long version, Change<Search, SearchEvent> change, Instant now, String messageId) {
        return saved(collection.saveOnce(version, change, now, messageId));
    }

    @Override
    public List<Held> list(String agency, boolean onlyOpen, @Nullable Position after, int limit) {
        var filters = new ArrayList<Bson>();
        filters.add(Filters.eq("find.parties", agency));
        if (onlyOpen) {
            filters.add(Filters.eq("find.ended", false));
        }
        if (after != null) {
            var begun = Date.from(after.begunAt());
            var sameEnd = Filters.eq("find.ended", after.ended());
            filters.add(Filters.or(
                    Filters.gt("find.ended", after.ended()),
                    Filters.and(sameEnd, Filters.gt("find.begunAt", begun)),
                    Filters.and(sameEnd, Filters.eq("find.begunAt", begun), Filters.gt("_id", after.id()))));
        }
        return rows(Filters.and(filters), limit);
    }

    private List<Held> rows(Bson filter, int limit) {
        return this.<List<Held>>in(c -> {
            var rows = new ArrayList<Held>();
            c.find(filter)
                    .sort(Sorts.ascending("find.ended", "find.begunAt", "_id"))
                    .limit(limit)
                    .forEach(document -> rows.add(held(collection.read(document))));
            return rows;
        });
    }

    private <T> T in(CollectionCallback<T> work) {
        return Objects.requireNonNull(mongo.execute(COLLECTION, work));
    }

    private static Held held(Versioned<Search> versioned) {
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
