package uk.kinbridge.platform.background;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Work that nobody waits for, and that costs far less together than one by one: it gathers for a moment, and is then
 * taken in one go.
 *
 * @param <T> a piece of it
 */
public final class Gathering<T> {

    private final BlockingQueue<T> pieces = new LinkedBlockingQueue<>();
    private final Duration moment;
    private final int atMost;

    /**
     * @param moment how long pieces gather
     * @param atMost so many are taken in one go
     */
    public Gathering(Duration moment, int atMost) {
        this.moment = moment;
        this.atMost = atMost;
    }

    public void add(T piece) {
        pieces.add(piece);
    }

    /** Waits for the first and for what gathers with it; empty when none came in time. */
    public List<T> gather(Duration patience) throws InterruptedException {
        var first = pieces.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
            return List.of();
        }
        if (pieces.size() < atMost) {
            Thread.sleep(moment);
        }
        var some = new ArrayList<>(List.of(first));
        pieces.drainTo(some, atMost - 1);
        return some;
    }

    /** All that has gathered until now. */
    public List<T> gathered() {
        var some = new ArrayList<T>();
        pieces.drainTo(some);
        return some;
    }
}
