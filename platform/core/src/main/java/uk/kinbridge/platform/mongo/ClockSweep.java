package uk.kinbridge.platform.mongo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.mongo.AggregateCollection.Taken;

/** Lets time act on the aggregates of one collection that are due. Its cost follows what is due, not what is stored. */
final class ClockSweep<A, E> {

    private static final Logger log = LoggerFactory.getLogger(ClockSweep.class);

    private static final Duration LATER = Duration.ofSeconds(10);

    /** Many enough to make up for a round trip, few enough for the memory. */
    static final int BATCH = 1_000;

    /** So many are saved in one write; while the database is at one part, others are computed or written. */
    private static final int PART = 250;

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
        if (due.size() <= PART) {
            act(due, now);
            return due.size();
        }
        var parts = new ArrayList<Future<?>>();
        try (var atOnce = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int from = 0; from < due.size(); from += PART) {
                var part = due.subList(from, Math.min(from + PART, due.size()));
                parts.add(atOnce.submit(() -> act(part, now)));
            }
        }
        parts.forEach(ClockSweep::done);
        return due.size();
    }

    private void act(List<Document> due, Instant now) {
        var changes = new ArrayList<Taken<A, E>>();
        for (var document : due) {
            elapsed(document, now).ifPresent(changes::add);
        }
        // A stale save lost against a person or another sweeper: theirs has set the next moment to wake up.
        collection.saveAll(changes, now);
    }

    /** What went wrong in a part goes wrong here, as if it had been the only one; what the others saved stays saved. */
    private static void done(Future<?> part) {
        switch (part.state()) {
            case SUCCESS -> {}
            case FAILED -> {
                throw part.exceptionNow() instanceof RuntimeException why
                        ? why
                        : new IllegalStateException(part.exceptionNow());
            }
            case RUNNING, CANCELLED -> throw new IllegalStateException("a part of the sweep did not end");
        }
    }

    private Optional<Taken<A, E>> elapsed(Document document, Instant now) {
        try {
            var read = collection.read(document);
            return Optional.of(new Taken<>(document, read.version(), elapse.apply(read.aggregate(), now)));
        } catch (RuntimeException bug) {
            // One broken document must not stop the clocks of all others; it comes again a little later.
            log.error("time cannot act on a document of {}", collection.name(), bug);
            collection.wakeLater(document, now.plus(LATER));
            return Optional.empty();
        }
    }
}
