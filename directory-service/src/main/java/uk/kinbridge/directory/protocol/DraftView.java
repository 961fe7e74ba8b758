package uk.kinbridge.directory.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.web.link.Links;

/** Where a draft stands, who brought it there, and what may be done next. */
record DraftView(
        String id,
        String state,
        String editedBy,
        Instant editedAt,
        @Nullable String publishedBy,
        @Nullable Instant publishedAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @JsonProperty("_links") Links links) {

    static DraftView of(Draft draft) {
        return new DraftView(
                draft.id(),
                draft.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                draft.editedBy(),
                draft.editedAt(),
                draft.publishedBy(),
                draft.publishedAt(),
                draft.approvedBy(),
                draft.approvedAt(),
                Next.stepsOf(draft));
    }
}
