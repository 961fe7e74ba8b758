package uk.kinbridge.platform.time;

import java.time.Instant;

/** The suite's time was moved by hand, to {@code now}: whoever waits for a moment looks again. */
public record TimeMoved(Instant now) {}
