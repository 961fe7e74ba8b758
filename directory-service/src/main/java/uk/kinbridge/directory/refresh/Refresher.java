package uk.kinbridge.directory.refresh;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Repeats a task for as long as the service runs. A failure never stops it: what is in memory stays the last good copy. */
public final class Refresher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Refresher.class);

    /** So often it is tried until it has succeeded once: until then there may be no copy to answer from. */
    private static final Duration AT_FIRST = Duration.ofSeconds(1);

    private final String what;
    private final Duration interval;
    private final Runnable task;
    private volatile boolean running;
    private boolean failing;
    private boolean succeeded;

    public Refresher(String what, Duration interval, Runnable task) {
        this.what = what;
        this.interval = interval;
        this.task = task;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("refresh-" + what).start(this::run);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            attempt();
            try {
                Thread.sleep(succeeded || interval.compareTo(AT_FIRST) < 0 ? interval : AT_FIRST);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void attempt() {
        try {
            task.run();
            if (failing) {
                log.info("{} are up to date again", what);
            }
            failing = false;
            succeeded = true;
        } catch (RuntimeException away) {
            // Once per outage: the cause is in the logs of the server that is away, and this repeats every few seconds.
            if (!failing && running) {
                log.warn("{} are answered from the last good copy: {}", what, away.toString());
            }
            failing = true;
        }
    }
}
