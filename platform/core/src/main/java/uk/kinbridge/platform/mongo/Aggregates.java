package uk.kinbridge.platform.mongo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;

/** Opens the collections of aggregates of one service, so that the relay and the sweeper know all of them. */
public final class Aggregates {

    /** Told after a save that the outbox of a document holds new events. */
    @FunctionalInterface
    public interface Nudge {
        void filled(Outbox outbox, String documentId);

        /**
         * For how long the events of a new document can be left to whoever is nudged, who will then not have to claim
         * them; empty when they had better wait to be found.
         */
        default Optional<Duration> takesNewOnes() {
            return Optional.empty();
        }

        /** The events of a new document, which nobody else looks at until their lease is over. */
        default void filled(Outbox outbox, Outbox.Claim claim) {
            filled(outbox, claim.documentId());
        }
    }

    private final MongoOperations mongo;
    private final List<Nudge> nudges = new CopyOnWriteArrayList<>();
    private final List<Outbox> outboxes = new CopyOnWriteArrayList<>();
    private final List<ClockSweep<?, ?>> sweeps = new CopyOnWriteArrayList<>();

    public Aggregates(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /**
     * A collection of aggregates that time does not change.
     *
     * @param findable what queries look for, see {@link AggregateCollection}
     * @param encoder how its events look to others
     */
    public <A, E> AggregateCollection<A, E> open(
            String name, Class<A> type, Function<A, Document> findable, EventEncoder<E> encoder) {
        return open(name, type, a -> Optional.empty(), findable, encoder);
    }

    /**
     * A collection of aggregates whose clocks run.
     *
     * @param wakeAt when time next matters to an aggregate
     * @param elapse what time does to it
     * @param findable what queries look for, see {@link AggregateCollection}
     */
    public <A, E> AggregateCollection<A, E> open(
            String name,
            Class<A> type,
            Function<A, Optional<Instant>> wakeAt,
            BiFunction<A, Instant, Change<A, E>> elapse,
            Function<A, Document> findable,
            EventEncoder<E> encoder) {
        var collection = open(name, type, wakeAt, findable, encoder);
        sweeps.add(new ClockSweep<>(collection, elapse));
        return collection;
    }

    private <A, E> AggregateCollection<A, E> open(
            String name,
            Class<A> type,
            Function<A, Optional<Instant>> wakeAt,
            Function<A, Document> findable,
            EventEncoder<E> encoder) {
        var opened = new AggregateCollection<A, E>(mongo, name, type, wakeAt, findable, encoder, all());
        outboxes.add(opened.outbox());
        return opened;
    }

    /** All that are nudged, now or later, as one. New documents go to the first, as it alone may hold their lease. */
    private Nudge all() {
        return new Nudge() {
            @Override
            public void filled(Outbox outbox, String documentId) {
                nudges.forEach(n -> n.filled(outbox, documentId));
            }

            @Override
            public Optional<Duration> takesNewOnes() {
                return nudges.isEmpty() ? Optional.empty() : nudges.getFirst().takesNewOnes();
            }

            @Override
            public void filled(Outbox outbox, Outbox.Claim claim) {
                nudges.getFirst().filled(outbox, claim);
            }
        };
    }

    /** From now on {@code nudge} hears of every filled outbox. */
    public void onFilled(Nudge nudge) {
        nudges.add(nudge);
    }

    /** Every outbox of this service. */
    public List<Outbox> outboxes() {
        return List.copyOf(outboxes);
    }

    List<ClockSweep<?, ?>> sweeps() {
        return List.copyOf(sweeps);
    }
}
