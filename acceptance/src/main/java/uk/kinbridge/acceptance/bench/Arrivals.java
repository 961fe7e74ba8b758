package uk.kinbridge.acceptance.bench;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.acceptance.suite.Person;

/** When each referral was answered, and when its notice arrived in the stream of its recipient. */
final class Arrivals {

    private final String purpose;
    private final Map<String, Long> answered = new ConcurrentHashMap<>();
    private final Map<String, Long> streamed = new ConcurrentHashMap<>();
    private final CountDownLatch listening = new CountDownLatch(1);
    private final AtomicLong repeated = new AtomicLong();
    private final AtomicLong breaks = new AtomicLong();

    /** @param purpose of the notices that are looked for */
    Arrivals(String purpose) {
        this.purpose = purpose;
    }

    /** A stream begins where it is opened: what comes before that is in the inbox only. */
    boolean opensWithin(Duration patience) throws InterruptedException {
        return listening.await(patience.toSeconds(), TimeUnit.SECONDS);
    }

    void forget() {
        answered.clear();
        streamed.clear();
        repeated.set(0);
        breaks.set(0);
    }

    void answered(String referral) {
        answered.put(referral, System.nanoTime());
    }

    /** The referrals that were answered. */
    Set<String> answered() {
        return answered.keySet();
    }

    long inTheStream() {
        return answered.keySet().stream().filter(streamed::containsKey).count();
    }

    boolean isComplete() {
        return streamed.keySet().containsAll(answered.keySet());
    }

    long repeated() {
        return repeated.get();
    }

    long breaks() {
        return breaks.get();
    }

    /** The recipient's stream, until interrupted; after a break it goes on behind the last event that it had. */
    void listen(Person recipient) {
        var last = "";
        while (!Thread.currentThread().isInterrupted()) {
            try (var lines = recipient.stream("/api/notifications/stream" + (last.isEmpty() ? "" : "?after=" + last))) {
                for (var line : (Iterable<String>) lines::iterator) {
                    if (line.startsWith("id:")) {
                        last = line.substring("id:".length()).strip();
                        listening.countDown();
                    } else if (line.startsWith("data:")) {
                        arrived(line.substring("data:".length()));
                    }
                }
            } catch (UncheckedIOException | IllegalStateException broken) {
                breaks.incrementAndGet();
            }
            // It is opened again where it broke off.
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private void arrived(String data) {
        long now = System.nanoTime();
        var notice = JsonMapper.shared().readTree(data);
        if (notice.path("purpose").asString().equals(purpose)
                && streamed.putIfAbsent(notice.at("/about/id").asString(), now) != null) {
            repeated.incrementAndGet();
        }
    }

    /** From the answer to the stream, in microseconds. */
    Histogram waits(long slowest) {
        var waits = new Histogram(slowest, 3);
        answered.forEach((id, at) -> {
            var arrived = streamed.get(id);
            if (arrived != null) {
                // A notice may overtake the answer to its referral.
                waits.recordValue(Math.clamp((arrived - at) / 1000, 0, slowest));
            }
        });
        return waits;
    }
}
