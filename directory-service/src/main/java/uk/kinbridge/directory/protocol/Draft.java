package uk.kinbridge.directory.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A version on its way to publication: one person publishes it, a second one approves.
 *
 * @param id such as {@code hackney@2}
 * @param revision goes up with every change of the draft; its entity tag
 */
@Document("protocolDrafts")
record Draft(
        @Id String id,
        long revision,
        State state,
        String source,
        @Nullable String obligations,
        @Nullable String timelines,
        String editedBy,
        Instant editedAt,
        @Nullable String publishedBy,
        @Nullable Instant publishedAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt) {

    enum State {
        /** Can still be edited. */
        DRAFT,
        /** Waits for the second person. */
        AWAITING_APPROVAL,
        /** In the library for ever. */
        PUBLISHED
    }

    static Draft uploaded(String id, Manuscript text, String by, Instant now) {
        return new Draft(
                id, 1, State.DRAFT, text.pack(), text.obligations(), text.timelines(), by, now, null, null, null, null);
    }

    Manuscript text() {
        return new Manuscript(source, obligations, timelines);
    }

    Draft edited(Manuscript text, String by, Instant now) {
        return new Draft(
                id,
                revision + 1,
                State.DRAFT,
                text.pack(),
                text.obligations(),
                text.timelines(),
                by,
                now,
                null,
                null,
                null,
                null);
    }

    /** Back to the desk, as it was written and by whom. */
    Draft returned() {
        return edited(text(), editedBy, editedAt);
    }

    Draft published(String by, Instant now) {
        return new Draft(
                id,
                revision + 1,
                State.AWAITING_APPROVAL,
                source,
                obligations,
                timelines,
                editedBy,
                editedAt,
                by,
                now,
                null,
                null);
    }

    Draft approved(String by, Instant now) {
        return new Draft(
                id,
                revision + 1,
                State.PUBLISHED,
                source,
                obligations,
                timelines,
                editedBy,
                editedAt,
                publishedBy,
                publishedAt,
                by,
                now);
    }
}
