package uk.kinbridge.platform.mongo;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import uk.kinbridge.platform.time.TimeMoved;

/**
 * Wakes aggregates when their time has come. Any number of instances may sweep at once: a claim and the version of the
 * document let each clock act once.
 */
final class Sweeper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

    private final Aggregates aggregates;
    private final InstantSource time;
    private final Duration interval;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private volatile boolean stopped;

    Sweeper(Aggregates aggregates, InstantSource time, Duration interval) {
        this.aggregates = aggregates;
        this.time = time;
        this.interval = interval;
    }

    @Override
    public void start() {
        running = true;
        stopped = false;
        Thread.ofVirtual().name("sweeper").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        stopped = true;
        wake.release();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @EventListener(TimeMoved.class)
    void lookNow() {
        wake.release();
    }

    private void run() {
        while (!stopped) {
            try {
                sweepAll();
            } catch (DataAccessException down) {
                log.warn(
                        "the sweeper cannot reach the database; it tries again: {}",
                        down.getClass().getSimpleName());
            } catch (RuntimeException bug) {
                log.error("a sweep failed; the next goes on", bug);
            }
            try {
                if (wake.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Acts on everything that is due now. */
    void sweepAll() {
        for (var sweep : aggregates.sweeps()) {
            boolean more = true;
            while (!stopped && more) {
                more = sweep.sweepSome(time.instant()) > 0;
            }
        }
    }
}
