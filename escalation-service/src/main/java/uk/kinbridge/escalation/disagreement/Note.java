package uk.kinbridge.escalation.disagreement;

import java.time.Instant;

/** A note for the writer's own agency; the other side never sees it. */
public record Note(Actor by, Instant at, String words) {}
