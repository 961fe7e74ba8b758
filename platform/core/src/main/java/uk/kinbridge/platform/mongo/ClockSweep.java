package uk.kinbridge.platform.mongo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.BiFunction;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.kinbridge.platform.aggregate.Change;

/** Lets time act on the aggregates of one collection that are due. Its cost follows what is due, not what is stored. */
final class ClockSweep<A, E> {

    private static final Logger log = LoggerFactory.getLogger(ClockSweep.class);

    private static final Duration LATER = Duration.ofSeconds(10);

    /** Many enough to make up for a round trip, few enough for the memory. */
    static final int BATCH = 500;

    private final AggregateCollection<A, E> collection;
    private final BiFunction<A, Instant, Change<A, E>> elapse;

    ClockSweep(AggregateCollection<A, E> collection, BiFunction<A, Instant, Change<A, E>> elapse) {
        this.collection = collection;
        this.elapse = elapse;
    }

    /**
     * Takes a batch of due aggregates through what time did to them. Who else looks at the same moment may have some of
     * them in hand as well: the version lets each clock act once.
     *
     * @return how many were due, {@link #BATCH} at most
     */
    int sweepSome(Instant now) {
        var due = collection.due(now, BATCH);
        var changes = new ArrayList<Versioned<Change<A, E>>>();
        for (var document : due) {
            elapsed(document, now).ifPresent(changes::add);
        }
        // A stale save lost against a person or another sweeper: theirs has set the next moment to wake up.
        collection.saveAll(changes, now);
        return due.size();
    }

    private Optional<Versioned<Change<A, E>>> elapsed(Document document, Instant now) {
        try {
            var read = collection.read(document);
            return Optional.of(new Versioned<>(elapse.apply(read.aggregate(), now), read.version()));
        } catch (RuntimeException bug) {
            // One broken document must not stop the clocks of all others; it comes again a little later.
            log.error("time cannot act on a document of {}", collection.name(), bug);
            collection.wakeLater(document, now.plus(LATER));
            return Optional.empty();
        }
    }
}
