package uk.kinbridge.platform.mongo;

/** An event that waits inside its aggregate's document until the broker has confirmed it. */
public record OutboxEntry(String id, String type, String event) {}
