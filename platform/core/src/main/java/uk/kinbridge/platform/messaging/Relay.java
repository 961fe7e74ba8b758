package uk.kinbridge.platform.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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
import uk.kinbridge.platform.background.Loop;
import uk.kinbridge.platform.messaging.Settling.Held;
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

    /** So many are handed to the broker, and taken out of their documents, in one go. */
    private static final int TOGETHER = 50;

    /** @param claim the events, where they came with the nudge; null where they must be claimed */
    private record Nudge(Outbox outbox, String documentId, Outbox.@Nullable Claim claim) {}

    private final Aggregates aggregates;
    private final EventPublisher publisher;
    private final InstantSource time;
    private final Duration interval;
    private final Duration lease;
    private final int workers;
    private final BlockingQueue<Nudge> nudges = new LinkedBlockingQueue<>(NUDGES);
    private final Loop loop;
    private final Settling settling = new Settling();
    private volatile boolean brokerAway;

    Relay(Aggregates aggregates, EventPublisher publisher, InstantSource time, MessagingProperties properties) {
        this.aggregates = aggregates;
        this.publisher = publisher;
        this.time = time;
        this.interval = properties.relayInterval();
        this.lease = properties.relayLease();
        this.workers = properties.relayWorkers();
        this.loop = new Loop("the relay", interval);
        aggregates.onFilled(new AfterSaves());
    }

    private final class AfterSaves implements Aggregates.Nudge {

        @Override
        public void filled(Outbox outbox, String documentId) {
            nudges.offer(new Nudge(outbox, documentId, null));
        }

        @Override
        public Optional<Duration> takesNewOnes() {
            return loop.isRunning() && !brokerAway && nudges.size() < NUDGES / 2
                    ? Optional.of(lease)
                    : Optional.empty();
        }

        @Override
        public void filled(Outbox outbox, Outbox.Claim claim) {
            nudges.offer(new Nudge(outbox, claim.documentId(), claim));
        }
    }

    @Override
    public void start() {
        loop.start();
        for (int i = 1; i <= workers; i++) {
            loop.round("relay-" + i, this::followNudge);
        }
        loop.round("relay-poll", this::poll);
        loop.round("relay-settle", this::settle);
    }

    /** What has been confirmed is taken out before the end, so that the next one does not publish it again. */
    @Override
    public void stop() {
        loop.stop();
        try {
            settling.all(settling.gathered());
        } catch (DataAccessException down) {
            log.warn(
                    "confirmed events stay in their outboxes: {}",
                    down.getClass().getSimpleName());
        }
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }

    private void followNudge() throws InterruptedException {
        var first = nudges.poll(interval.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
            return;
        }
        var some = new ArrayList<>(List.of(first));
        nudges.drainTo(some, TOGETHER - 1);
        // While the broker is away only polling tries it, so that a thousand waiting events are not a thousand
        // attempts.
        if (!brokerAway) {
            follow(some);
        } else {
            some.stream()
                    .filter(nudge -> nudge.claim() != null)
                    .forEach(nudge -> nudge.outbox().postpone(nudge.documentId(), time.instant()));
        }
    }

    private void poll() throws InterruptedException {
        for (var outbox : aggregates.outboxes()) {
            boolean more = true;
            while (loop.isRunning() && more) {
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
            for (int from = 0; from < due.size(); from += TOGETHER) {
                var some = due.subList(from, Math.min(due.size(), from + TOGETHER)).stream()
                        .map(id -> new Nudge(outbox, id, null))
                        .toList();
                places.acquire();
                each.execute(() -> {
                    try {
                        follow(some);
                    } finally {
                        places.release();
                    }
                });
            }
        }
        return !due.isEmpty() && !brokerAway;
    }

    private void follow(List<Nudge> some) {
        try {
            var held = new ArrayList<Held>();
            for (var nudge : some) {
                claimed(nudge).ifPresent(claim -> held.add(new Held(nudge.outbox(), claim)));
            }
            relay(held);
        } catch (DataAccessException down) {
            // What is claimed already is found again when its lease is over.
            log.warn("the relay cannot reach the database: {}", down.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Outbox.Claim> claimed(Nudge nudge) {
        return nudge.claim() != null
                ? Optional.of(nudge.claim())
                : nudge.outbox().claim(nudge.documentId(), time.instant(), lease);
    }

    private void relay(List<Held> held) throws InterruptedException {
        if (held.isEmpty()) {
            return;
        }
        List<EventPublisher.Handed> handed;
        try {
            handed = publisher.publishAll(
                    held.stream().map(one -> one.claim().entries()).toList());
            brokerAway = false;
        } catch (AmqpException away) {
            if (!brokerAway) {
                log.warn("the broker cannot be reached; events wait in their outboxes");
            }
            brokerAway = true;
            held.forEach(one -> postpone(one, time.instant().plus(interval)));
            return;
        }
        for (int i = 0; i < held.size(); i++) {
            if (handed.get(i).refused() == null) {
                settling.later(held.get(i));
            } else {
                settleInPart(held.get(i), handed.get(i));
            }
        }
    }

    private void settle() throws InterruptedException {
        relay(settling.all(settling.gather(interval)));
    }

    private static void postpone(Held held, Instant until) {
        held.outbox().postpone(held.claim().documentId(), until);
    }

    private void settleInPart(Held held, EventPublisher.Handed handed) {
        var safe = held.claim().entries().subList(0, handed.safe()).stream()
                .map(OutboxEntry::id)
                .toList();
        if (!safe.isEmpty()) {
            held.outbox().settle(held.claim().documentId(), safe);
        }
        log.warn("an event of {} waits in its outbox: {}", held.outbox().name(), handed.refused());
        postpone(held, time.instant().plus(interval.multipliedBy(5)));
    }
}
