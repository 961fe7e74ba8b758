package uk.kinbridge.notification.notice;

/**
 * What a notice is about, in the service that keeps it.
 *
 * @param reference what people call it
 * @param link where the recipient reads it
 */
public record About(String type, String id, String reference, String link) {}
