package uk.kinbridge.assessment.engagement.mongo;

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
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;
import uk.kinbridge.assessment.appointment.PinnedRules;
import uk.kinbridge.assessment.engagement.Engagement;
import uk.kinbridge.assessment.engagement.Engagements;
import uk.kinbridge.assessment.news.News;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.mongo.AggregateCollection;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.CollectionIndexes;
import uk.kinbridge.platform.mongo.SaveOutcome;
import uk.kinbridge.platform.mongo.Versioned;
import uk.kinbridge.protocols.published.FollowsCalendars;
import uk.kinbridge.protocols.published.mongo.FollowingRecords;

/** Engagement in MongoDB, one document a family. */
@Component
class MongoEngagements implements Engagements {

    static final String COLLECTION = "engagement";

    private final MongoOperations mongo;
    private final PinnedRules rules;
    private final AggregateCollection<Engagement, News> collection;

    MongoEngagements(MongoOperations mongo, Aggregates aggregates, EventEncoder<News> encoder, PinnedRules rules) {
        this.mongo = mongo;
        this.rules = rules;
        this.collection = aggregates.open(
                COLLECTION,
                Engagement.class,
                Engagement::wakeAt,
                (engagement, now) -> engagement.elapse(now),
                MongoEngagements::findable,
                encoder);
    }

    private static Document findable(Engagement engagement) {
        var found = new Document("parties", engagement.open().isEmpty() ? List.of() : engagement.parties())
                .append("dueAt", Date.from(Position.of(engagement).dueAt()));
        return FollowingRecords.findable(found, engagement.clocks());
    }

    /** Risks are reviewed in time, whatever holidays come. */
    FollowsCalendars<?> following() {
        return new FollowingRecords<>(
                "engagements of families", mongo, collection, (engagement, now) -> engagement.brought(rules::of, now));
    }

    /** What is asked of them beside the family's id: whose review is open, and whose clock is behind a calendar. */
    @Configuration(proxyBeanMethods = false)
    static class Indexes {
        @Bean
        CollectionIndexes indexesOfEngagement() {
            return new CollectionIndexes(
                    COLLECTION,
                    List.of(
                            new Index()
                                    .on("find.parties", Direction.ASC)
                                    .on("find.dueAt", Direction.ASC)
                                    .on("_id", Direction.ASC)
                                    .named("agency"),
                            FollowingRecords.index()));
        }

        @Bean
        FollowsCalendars<?> engagementsFollowCalendars(MongoEngagements engagements) {
            return engagements.following();
        }
    }

    @Override
    public boolean addOnce(Change<Engagement, News> change, Instant now, String messageId) {
        return collection.insertOnce(change, now, messageId) instanceof SaveOutcome.Saved;
    }

    @Override
    public Optional<Held> find(String family) {
        return collection.find(family).map(MongoEngagements::held);
    }

    @Override
    public Saved save(long version, Change<Engagement, News> change, Instant now) {
        return saved(collection.save(version, change, now));
    }

    @Override
    public Saved saveOnce(long version, Change<Engagement, News> change, Instant now, String messageId) {
        return saved(collection.saveOnce(version, change, now, messageId));
    }

    @Override
    public List<Held> open(String agency, @Nullable Position after, int limit) {
        var filters = new ArrayList<Bson>();
        filters.add(Filters.eq("find.parties", agency));
        if (after != null) {
            var due = Date.from(after.dueAt());
            filters.add(Filters.gte("find.dueAt", due));
            filters.add(Filters.or(
                    Filters.gt("find.dueAt", due),
                    Filters.and(Filters.eq("find.dueAt", due), Filters.gt("_id", after.family()))));
        }
        return Objects.requireNonNull(mongo.<List<Held>>execute(COLLECTION, c -> {
            var rows = new ArrayList<Held>();
            c.find(Filters.and(filters))
                    .sort(Sorts.ascending("find.dueAt", "_id"))
                    .limit(limit)
                    .forEach(document -> rows.add(held(collection.read(document))));
            return rows;
        }));
    }

    private static Held held(Versioned<Engagement> versioned) {
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
