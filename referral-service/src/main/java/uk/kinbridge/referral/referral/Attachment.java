package uk.kinbridge.referral.referral;

/**
 * A document that goes with a referral.
 *
 * @param item the requirement of the pathway that it answers
 * @param sha256 hash of its content, in hexadecimal
 */
public record Attachment(String item, String documentId, String name, String mediaType, long bytes, String sha256) {}
