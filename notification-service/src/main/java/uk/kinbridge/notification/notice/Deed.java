package uk.kinbridge.notification.notice;

import java.time.Instant;

/** What the notice asked for was done at its source: when, and by whom. */
public record Deed(Instant at, Actor by) {}
