package uk.kinbridge.protocols.published.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Clocked;
import uk.kinbridge.platform.clock.Clocks;
import uk.kinbridge.platform.mongo.After;
import uk.kinbridge.platform.mongo.AggregateCollection;
import uk.kinbridge.platform.mongo.SaveOutcome;
import uk.kinbridge.platform.mongo.Versioned;
import uk.kinbridge.protocols.published.FollowsCalendars;

/**
 * The records of one collection, which follow newly published bank holidays. Their adapter makes them findable by
 * {@link #findable} and the {@link #index}.
 */
public final class FollowingRecords<A extends Clocked, E> implements FollowsCalendars<Versioned<A>> {

    private static final String CALENDAR = "find.calendar";

    private final String what;
    private final MongoOperations mongo;
    private final AggregateCollection<A, E> collection;
    private final BiFunction<A, Instant, Optional<Change<A, E>>> bring;

    /**
     * @param what they are, in the plural
     * @param bring what the newest list makes of a record; empty where nothing is to be saved
     */
    public FollowingRecords(
            String what,
            MongoOperations mongo,
            AggregateCollection<A, E> collection,
            BiFunction<A, Instant, Optional<Change<A, E>>> bring) {
        this.what = what;
        this.mongo = mongo;
        this.collection = collection;
        this.bring = bring;
    }

    /** By what those that are behind are found: the oldest list that a clock runs under. */
    public static Document findable(Document findable, List<Clock> running) {
        new Clocks(running).oldestCalendar().ifPresent(calendar -> findable.append("calendar", calendar));
        return findable;
    }

    /** For what {@link #findable} makes them findable by. */
    public static Index index() {
        return new Index().on(CALENDAR, Direction.ASC).on("_id", Direction.ASC).named("calendar");
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public List<Versioned<A>> behind(String calendar, @Nullable Place after, int limit) {
        var filters = new ArrayList<Bson>();
        filters.add(Filters.lt(CALENDAR, calendar));
        if (after != null) {
            filters.add(After.ascending(CALENDAR, after.calendar(), after.id()));
        }
        return Objects.requireNonNull(mongo.<List<Versioned<A>>>execute(collection.name(), c -> {
            var rows = new ArrayList<Versioned<A>>();
            c.find(Filters.and(filters))
                    .sort(Sorts.ascending(CALENDAR, "_id"))
                    .limit(limit)
                    .forEach(document -> rows.add(collection.read(document)));
            return rows;
        }));
    }

    @Override
    public Place placeOf(Versioned<A> read) {
        var record = read.aggregate();
        return new Place(new Clocks(record.clocks()).oldestCalendar().orElseThrow(), record.id());
    }

    @Override
    public OptionalInt bring(Versioned<A> read, Instant now) {
        var change = bring.apply(read.aggregate(), now);
        return change.isPresent() && collection.save(read.version(), change.get(), now) instanceof SaveOutcome.Saved
                ? OptionalInt.of(Math.max(0, moves(change.get().next()) - moves(read.aggregate())))
                : OptionalInt.empty();
    }

    private static int moves(Clocked record) {
        return record.clocks().stream()
                .mapToInt(clock -> clock.variations().size())
                .sum();
    }
}
