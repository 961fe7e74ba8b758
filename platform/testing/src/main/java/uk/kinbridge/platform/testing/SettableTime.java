package uk.kinbridge.platform.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Time that stands still until a test moves it. */
public final class SettableTime implements InstantSource {

    private final AtomicReference<Instant> now;

    public SettableTime(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    /** For example {@code 2026-03-27T16:30:00Z}. */
    public static SettableTime at(String instant) {
        return new SettableTime(Instant.parse(instant));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    public void advance(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }

    public void set(Instant instant) {
        now.set(instant);
    }
}
