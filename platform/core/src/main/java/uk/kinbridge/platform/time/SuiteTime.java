package uk.kinbridge.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The suite's time: the machine's, moved by an offset that is zero everywhere but in local demonstrations and tests.
 *
 * <p>Instants come in milliseconds, the precision that the database keeps, so that what is stored and what is answered
 * are the same.
 */
public final class SuiteTime implements InstantSource {

    private final Clock machine;
    private final AtomicReference<Duration> offset;

    SuiteTime(Clock machine, Duration offset) {
        this.machine = machine;
        this.offset = new AtomicReference<>(offset);
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(offset.get()).truncatedTo(ChronoUnit.MILLIS);
    }

    /** How far the suite's time is ahead of the machine's. */
    public Duration offset() {
        return offset.get();
    }

    /**
     * Moves the time; only forward, since clocks that have fired cannot be unfired.
     *
     * @return false when that would have gone back; nothing is changed then
     */
    boolean moveTo(Duration newOffset) {
        return newOffset.compareTo(offset.getAndUpdate(old -> newOffset.compareTo(old) >= 0 ? newOffset : old)) >= 0;
    }
}
