package uk.kinbridge.platform.mongo;

/**
 * A fact as other services will read it.
 *
 * @param type event type and routing key, such as {@code uk.kinbridge.referral.submitted.v1}
 * @param subject what it is about: an id, never a name
 * @param data the contract's payload: ids and facts
 */
public record Announcement(String type, String subject, Object data) {}
