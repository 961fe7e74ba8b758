package uk.kinbridge.platform.document;

import java.time.Instant;

/**
 * An uploaded document, without its content.
 *
 * @param agency the agency whose person uploaded it
 * @param mediaType what its content is, not what it was said to be
 * @param sha256 hash of the content, in hexadecimal
 */
public record StoredDocument(
        String id,
        String agency,
        String uploadedBy,
        Instant uploadedAt,
        String name,
        String mediaType,
        long bytes,
        String sha256) {}
