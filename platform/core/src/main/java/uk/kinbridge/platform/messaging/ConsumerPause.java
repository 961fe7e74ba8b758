package uk.kinbridge.platform.messaging;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.Lifecycle;

/**
 * Stops consuming while the database is away. Without this, messages would be delivered and fail until they had used up
 * their delivery limit; so they wait in the queue, however long it takes.
 */
final class ConsumerPause {

    private static final Logger log = LoggerFactory.getLogger(ConsumerPause.class);

    private final BooleanSupplier usable;
    private final Duration interval;
    private final AtomicBoolean paused = new AtomicBoolean();

    ConsumerPause(BooleanSupplier usable, Duration interval) {
        this.usable = usable;
        this.interval = interval;
    }

    /** Pauses the container until the database answers again; called from the container's own threads. */
    void pause(Lifecycle container) {
        if (paused.compareAndSet(false, true)) {
            Thread.ofVirtual().name("consumer-pause").start(() -> waitAndResume(container));
        }
    }

    private void waitAndResume(Lifecycle container) {
        log.warn("consuming pauses until the database answers");
        container.stop();
        try {
            do {
                Thread.sleep(interval);
            } while (!usable.getAsBoolean());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return;
        }
        paused.set(false);
        container.start();
        log.info("consuming goes on");
    }
}
