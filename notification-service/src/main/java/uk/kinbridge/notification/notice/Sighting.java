package uk.kinbridge.notification.notice;

import java.time.Instant;

/** Who opened a notice first, and when. */
public record Sighting(Instant at, Actor by) {}
