package uk.kinbridge.directory.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** A published version in the database: written once, never updated. */
record StoredVersion(
        @Id String id,
        String source,
        @Nullable String obligations,
        @Nullable String timelines,
        Instant publishedAt,
        String publishedBy,
        @Nullable String approvedBy) {

    static StoredVersion of(Publication publication) {
        return new StoredVersion(
                publication.id(),
                publication.text().pack(),
                publication.text().obligations(),
                publication.text().timelines(),
                publication.at(),
                publication.by(),
                publication.approvedBy());
    }

    Publication publication() {
        return Publication.of(id, new Manuscript(source, obligations, timelines), publishedAt, publishedBy, approvedBy);
    }
}
