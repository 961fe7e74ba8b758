package uk.kinbridge.notification.delivery;

import java.time.Instant;

/** A try that did not end with the provider having it, or what else was noted; no personal data. */
public record Attempt(int number, Instant at, String note) {}
