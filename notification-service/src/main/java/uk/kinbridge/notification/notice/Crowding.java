package uk.kinbridge.notification.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many notices have just come to an address. Beyond a number in a minute nobody reads them one by one any more, and
 * the one that matters drowns: the rest of that minute lies in one bundle. Counted by each instance for itself, so the
 * first bundle may begin a little later where several are at work.
 */
public final class Crowding {

    static final Duration WINDOW = Duration.ofMinutes(1);

    /** Addresses beyond this are forgotten, the one that was quiet longest first. */
    private static final int ADDRESSES = 20_000;

    private final int atMost;
    private final Map<String, Deque<Instant>> latest = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > ADDRESSES;
        }
    };

    /** @param atMost so many come to an address in a minute before the rest is bundled */
    public Crowding(int atMost) {
        this.atMost = atMost;
    }

    /** Counts one more. @return the minute whose bundle it belongs into; empty while there are few */
    public synchronized Optional<Instant> arrives(String address, Instant now) {
        var times = latest.computeIfAbsent(address, any -> new ArrayDeque<>());
        while (!times.isEmpty() && !times.peekFirst().isAfter(now.minus(WINDOW))) {
            times.removeFirst();
        }
        if (times.size() >= atMost) {
            return Optional.of(Instant.ofEpochSecond(now.getEpochSecond() / WINDOW.toSeconds() * WINDOW.toSeconds()));
        }
        times.addLast(now);
        return Optional.empty();
    }
}
