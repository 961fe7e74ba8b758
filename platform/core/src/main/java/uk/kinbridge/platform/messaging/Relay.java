package uk.kinbridge.platform.messaging;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.Outbox;

/**
 * Carries events from the outboxes inside the documents to the broker, in order for each document, at least once.
 *
 * <p>A nudge right after a save makes it prompt; polling makes it certain. It never touches a document's version, and
 * any number of instances may relay at once: a claim is a lease.
 */
final class Relay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);

    /** Nudges beyond this are dropped: polling finds those documents. */
    private static final int NUDGES = 10_000;

    private record Nudge(Outbox outbox, String documentId) {}

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
        aggregates.onFilled((outbox, id) -> nudges.offer(new Nudge(outbox, id)));
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
        // While the broker is away only polling tries it, so that a thousand waiting events are not a thousand
        // attempts.
        if (nudge != null && !brokerAway) {
            var claim = nudge.outbox().claim(nudge.documentId(), time.instant(), lease);
            if (claim.isPresent()) {
                relay(nudge.outbox(), claim.get());
            }
        }
    }

    private void poll() throws InterruptedException {
        for (var outbox : aggregates.outboxes()) {
            Optional<Outbox.Claim> claim;
            do {
                claim = outbox.claimNext(time.instant(), lease);
            } while (running && claim.isPresent() && relay(outbox, claim.get()));
        }
        Thread.sleep(interval);
    }

    /** @return false when the broker cannot be used at the moment */
    private boolean relay(Outbox outbox, Outbox.Claim claim) throws InterruptedException {
        var waiting = claim.entries();
        while (!waiting.isEmpty()) {
            var entry = waiting.getFirst();
            try {
                publisher.publish(entry);
                brokerAway = false;
            } catch (EventPublisher.NotConfirmed refused) {
                log.warn("an event of {} waits in its outbox: {}", outbox.name(), refused.getMessage());
                outbox.postpone(claim.documentId(), time.instant().plus(interval.multipliedBy(5)));
                return true;
            } catch (AmqpException away) {
                if (!brokerAway) {
                    log.warn("the broker cannot be reached; events wait in their outboxes");
                }
                brokerAway = true;
                outbox.postpone(claim.documentId(), time.instant().plus(interval));
                return false;
            }
            waiting = outbox.settle(claim.documentId(), List.of(entry.id()));
        }
        return true;
    }
}
