package uk.kinbridge.acceptance.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Looks again and again until something is so, and gives up in the end: what is counted then says what is missing. */
final class Waiting {

    static final Duration PATIENCE = Duration.ofMinutes(5);

    private Waiting() {}

    static void until(Duration look, BooleanSupplier reached) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(look.toNanos());
        }
    }
}
