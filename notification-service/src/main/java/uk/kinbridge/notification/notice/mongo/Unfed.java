package uk.kinbridge.notification.notice.mongo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.kinbridge.notification.notice.Notices.Kept;

/** Notices that this instance has just saved and that are not in the feed yet. */
@Component
class Unfed {

    /** Nudges beyond this are dropped: the feeder finds those notices by their mark. */
    private static final int NUDGES = 10_000;

    private final BlockingQueue<Kept> saved = new LinkedBlockingQueue<>(NUDGES);
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();

    void nudge(Kept kept) {
        // Before it can be taken: what is in hand must be let go of by whoever takes it.
        inHand.add(kept.notice().id());
        if (!saved.offer(kept)) {
            inHand.remove(kept.notice().id());
        }
    }

    /** Whether this instance will come to it by itself. */
    boolean inHand(String id) {
        return inHand.contains(id);
    }

    /** Its mark has been dealt with. */
    void done(String id) {
        inHand.remove(id);
    }

    /**
     * Waits for the first and takes what has gathered with it, of each notice the latest version; empty when nothing
     * came in time.
     */
    List<Kept> take(int atMost, long millis) throws InterruptedException {
        var first = saved.poll(millis, TimeUnit.MILLISECONDS);
        if (first == null) {
            return List.of();
        }
        var taken = new ArrayList<>(List.of(first));
        saved.drainTo(taken, atMost - 1);
        return List.copyOf(taken.stream()
                .collect(Collectors.toMap(
                        kept -> kept.notice().id(),
                        Function.identity(),
                        (one, other) -> one.version() > other.version() ? one : other,
                        LinkedHashMap::new))
                .values());
    }
}
