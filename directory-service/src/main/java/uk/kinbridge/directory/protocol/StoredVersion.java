package uk.kinbridge.directory.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** A published version in the database: written once, never updated. The hash is that of the day of publication. */
@Document("protocolVersions")
record StoredVersion(
        @Id String id,
        String pack,
        int version,
        String hash,
        String source,
        Instant publishedAt,
        String publishedBy,
        @Nullable String approvedBy) {

    static StoredVersion of(PublishedVersion version) {
        return new StoredVersion(
                version.id(),
                version.protocol(),
                version.reference().version(),
                version.reference().hash(),
                version.source(),
                version.publishedAt(),
                version.publishedBy(),
                version.approvedBy());
    }

    PublishedVersion published() {
        return PublishedVersion.of(id, source, publishedAt, publishedBy, approvedBy);
    }
}
