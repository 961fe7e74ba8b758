package uk.kinbridge.platform.messaging;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.Outbox;
import uk.kinbridge.platform.mongo.OutboxEntry;

/**
 * Carries events from the outboxes inside the documents to the broker, in order for each document, at least once.
 *
 * <p>A nudge right after a save makes it prompt; polling makes it certain. It never touches a document's version, and
 * any number of instances may relay at once: a claim is a lease.
 */
final class Relay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);

    /** So many documents are looked for at once. */
    private static final int BATCH = 100;

    /** Nudges beyond this are dropped: polling finds those documents. */
    private static final int NUDGES = 10_000;

    /** @param claim the events, where they came with the nudge; null where they must be claimed */
    private record Nudge(Outbox outbox, String documentId, Outbox.@Nullable Claim claim) {}

    private final Aggregates aggregates;
    private final EventPublisher publisher;
    private final InstantSource time;
    private final Duration interval;
    private final Duration lease;
    private final int workers;
    private final BlockingQueue<Nudge> nudges = new LinkedBlockingQueue<>(NUDGES);
    private volatile boolean running;
    private volatile boolean brokerAway;

    Relay(Aggregates aggregates, EventPublisher publisher, InstantSource time, MessagingProperties properties) {
        this.aggregates = aggregates;
        this.publisher = publisher;
        this.time = time;
        this.interval = properties.relayInterval();
        this.lease = properties.relayLease();
        this.workers = properties.relayWorkers();
        aggregates.onFilled(new AfterSaves());
    }

    private final class AfterSaves implements Aggregates.Nudge {

        @Override
        public void filled(Outbox outbox, String documentId) {
            nudges.offer(new Nudge(outbox, documentId, null));
        }

        @Override
        public Optional<Duration> takesNewOnes() {
            return running && !brokerAway && nudges.size() < NUDGES / 2 ? Optional.of(lease) : Optional.empty();
        }

        @Override
        public void filled(Outbox outbox, Outbox.Claim claim) {
            nudges.offer(new Nudge(outbox, claim.documentId(), claim));
        }
    }

    @Override
    public void start() {
        running = true;
        for (int i = 1; i <= workers; i++) {
            Thread.ofVirtual().name("relay-" + i).start(() -> loop(this::followNudge));
        }
        Thread.ofVirtual().name("relay-poll").start(() -> loop(this::poll));
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private interface Step {
        void run() throws InterruptedException;
    }

    private void loop(Step step) {
        while (running) {
            try {
                step.run();
            } catch (DataAccessException down) {
                log.warn(
                        "the relay cannot reach the database; it tries again: {}",
                        down.getClass().getSimpleName());
                pause();
            } catch (RuntimeException bug) {
                log.error("the relay stumbled; it goes on", bug);
                pause();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(interval);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void followNudge() throws InterruptedException {
        var nudge = nudges.poll(interval.toMillis(), TimeUnit.MILLISECONDS);
        if (nudge == null) {
            return;
        }
        // While the broker is away only polling tries it, so that a thousand waiting events are not a thousand
        // attempts.
        if (!brokerAway) {
            follow(nudge);
        } else if (nudge.claim() != null) {
            nudge.outbox().postpone(nudge.documentId(), time.instant());
        }
    }

    private void poll() throws InterruptedException {
        for (var outbox : aggregates.outboxes()) {
            boolean more = true;
            while (running && more) {
                more = pollSome(outbox);
            }
        }
        Thread.sleep(interval);
    }

    /** @return whether there may be more that can be carried now */
    private boolean pollSome(Outbox outbox) throws InterruptedException {
        var due = outbox.withEventsDue(time.instant(), brokerAway ? 1 : BATCH);
        var places = new Semaphore(workers);
        try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var id : due) {
                places.acquire();
                each.execute(() -> {
                    try {
                        follow(new Nudge(outbox, id, null));
                    } finally {
                        places.release();
                    }
                });
            }
        }
        return !due.isEmpty() && !brokerAway;
    }

    private void follow(Nudge nudge) {
        try {
            var given = nudge.claim();
            var claim = given == null
                    ? nudge.outbox().claim(nudge.documentId(), time.instant(), lease)
                    : Optional.of(given);
            if (claim.isPresent()) {
                relay(nudge.outbox(), claim.get());
            }
        } catch (DataAccessException down) {
            log.warn("the relay cannot reach the database: {}", down.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void relay(Outbox outbox, Outbox.Claim claim) throws InterruptedException {
        var waiting = claim.entries();
        while (!waiting.isEmpty()) {
            EventPublisher.Handed handed;
            try {
                handed = publisher.publish(waiting);
                brokerAway = false;
            } catch (AmqpException away) {
                if (!brokerAway) {
                    log.warn("the broker cannot be reached; events wait in their outboxes");
                }
                brokerAway = true;
                outbox.postpone(claim.documentId(), time.instant().plus(interval));
                return;
            }
            var safe = waiting.subList(0, handed.safe()).stream()
                    .map(OutboxEntry::id)
                    .toList();
            var left = safe.isEmpty() ? waiting : outbox.settle(claim.documentId(), safe);
            if (handed.refused() != null) {
                log.warn("an event of {} waits in its outbox: {}", outbox.name(), handed.refused());
                outbox.postpone(claim.documentId(), time.instant().plus(interval.multipliedBy(5)));
                return;
            }
            waiting = left;
        }
    }
}
