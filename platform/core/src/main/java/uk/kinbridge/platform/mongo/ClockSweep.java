package uk.kinbridge.platform.mongo;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.kinbridge.platform.aggregate.Change;

/** Lets time act on the aggregates of one collection that are due. Its cost follows what is due, not what is stored. */
final class ClockSweep<A, E> {

    private static final Logger log = LoggerFactory.getLogger(ClockSweep.class);

    /** Long enough for one load and save; after a crash, somebody else takes over this much later. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    private final AggregateCollection<A, E> collection;
    private final BiFunction<A, Instant, Change<A, E>> elapse;

    ClockSweep(AggregateCollection<A, E> collection, BiFunction<A, Instant, Change<A, E>> elapse) {
        this.collection = collection;
        this.elapse = elapse;
    }

    /**
     * Takes one due aggregate through what time did to it.
     *
     * @return false when nothing was due
     */
    boolean sweepOne(Instant now) {
        var due = collection.claimDue(now, LEASE);
        due.ifPresent(claimed -> elapse(claimed, now));
        return due.isPresent();
    }

    private void elapse(Versioned<A> claimed, Instant now) {
        try {
            // A stale save lost against a person or another sweeper: theirs has set the next moment to wake up.
            collection.save(claimed.version(), elapse.apply(claimed.aggregate(), now), now);
        } catch (IllegalStateException | IllegalArgumentException bug) {
            // One broken document must not stop the clocks of all others; its lease brings it back.
            log.error("time cannot act on a document of {}", collection.name(), bug);
        }
    }
}
