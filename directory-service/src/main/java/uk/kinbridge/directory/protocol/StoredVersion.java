package uk.kinbridge.directory.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** A published version in the database: written once, never updated. */
@Document("protocolVersions")
record StoredVersion(
        @Id String id,
        String pack,
        int version,
        String source,
        Instant publishedAt,
        String publishedBy,
        @Nullable String approvedBy) {

    static StoredVersion of(Publication publication) {
        return new StoredVersion(
                publication.id(),
                publication.written().pack().value(),
                publication.written().version(),
                publication.source(),
                publication.at(),
                publication.by(),
                publication.approvedBy());
    }

    Publication publication() {
        return Publication.of(id, source, publishedAt, publishedBy, approvedBy);
    }
}
