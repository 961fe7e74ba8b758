package uk.kinbridge.gateway.wrong.problem;

import java.time.Instant;

/** Reads the clock by itself. */
public final class TellsTheTime {

    public Instant time() {
        return Instant.now();
    }
}
