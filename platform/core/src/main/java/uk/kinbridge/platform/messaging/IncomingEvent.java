package uk.kinbridge.platform.messaging;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * An event of another service, read tolerantly.
 *
 * @param messageId globally unique; the same on every delivery of the same event
 * @param type such as {@code uk.kinbridge.referral.submitted.v1}
 * @param subject the id of what it is about
 * @param time when it happened
 * @param data the contract's payload; unknown members are to be ignored
 */
public record IncomingEvent(String messageId, String type, String subject, Instant time, JsonNode data) {}
