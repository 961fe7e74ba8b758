package uk.kinbridge.notification.notice.mongo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Notices that this instance has just saved and that are not in the feed yet. */
@Component
class Unfed {

    /** Nudges beyond this are dropped: the feeder finds those notices by their mark. */
    private static final int NUDGES = 10_000;

    private final BlockingQueue<String> ids = new LinkedBlockingQueue<>(NUDGES);

    void nudge(String id) {
        ids.offer(id);
    }

    /** Waits for the first and takes what has gathered with it; empty when nothing came in time. */
    List<String> take(int atMost, long millis) throws InterruptedException {
        var first = ids.poll(millis, TimeUnit.MILLISECONDS);
        if (first == null) {
            return List.of();
        }
        var taken = new ArrayList<String>();
        taken.add(first);
        ids.drainTo(taken, atMost - 1);
        return taken.stream().distinct().toList();
    }
}
