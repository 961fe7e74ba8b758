package uk.kinbridge.platform.background;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Does a round of something over and over until it is stopped, whatever a round meets: a database that is away, or a bug,
 * costs the round and a rest, never the rounds that come after it. What a round takes up and what a stopped one leaves
 * behind is its own affair.
 */
public final class Loop {

    private static final Logger log = LoggerFactory.getLogger(Loop.class);

    /** One round; it rests by itself when there is nothing to do. */
    @FunctionalInterface
    public interface Round {
        void go() throws InterruptedException;
    }

    private final String what;
    private final Duration rest;
    private volatile boolean running;

    /**
     * @param what it is, for the log: the relay
     * @param rest after a round that failed
     */
    public Loop(String what, Duration rest) {
        this.what = what;
        this.rest = rest;
    }

    /** From now on rounds may be begun with {@link #round}. */
    public void start() {
        running = true;
    }

    /** The rounds that are under way come to their ends. */
    public void stop() {
        running = false;
    }

    public boolean isRunning() {
        return running;
    }

    /** Goes round in a thread of that name; several may do so at once. */
    public void round(String name, Round round) {
        Thread.ofVirtual().name(name).start(() -> run(round));
    }

    private void run(Round round) {
        try {
            while (running) {
                if (!ended(round)) {
                    Thread.sleep(rest);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it came to its end. */
    private boolean ended(Round round) throws InterruptedException {
        try {
            round.go();
            return true;
        } catch (DataAccessException away) {
            log.warn("{} waits for the database: {}", what, away.getClass().getSimpleName());
            return false;
        } catch (RuntimeException bug) {
            log.error("{} stumbled; it goes on", what, bug);
            return false;
        }
    }
}
