package uk.kinbridge.directory.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom to call now.
 *
 * @param at the moment that is asked about
 * @param call the one to call; null only when nobody who is named answers at that time and it can wait
 * @param why why this one, in a sentence
 * @param until from then on the answer may be another; null when it never changes
 * @param then whom to call when nobody answers, in order
 * @param opensNext who opens next, when nobody answers now
 * @param emergency shown with every answer
 * @param protocols the versions that this answer rests on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Answer(
        String area,
        String need,
        Instant at,
        @Nullable Line call,
        String why,
        @Nullable Instant until,
        List<Line> then,
        @Nullable Line opensNext,
        Emergency emergency,
        List<String> protocols) {

    static final Emergency IN_DANGER = new Emergency(
            "999", "If somebody is in immediate danger, or a child is home alone, call the police first.");

    record Emergency(String telephone, String when) {}

    /** Nothing to call and nobody who will open: the area's protocols name nobody for this need. */
    boolean isEmpty() {
        return call == null && opensNext == null;
    }

    /** Weak: the same as long as the same lines answer until the same moment, whatever the minute of the question. */
    String tag() {
        String meaning =
                List.of(area, need, String.valueOf(call), String.valueOf(until), then, protocols) + " " + opensNext;
        return "W/\"" + UUID.nameUUIDFromBytes(meaning.getBytes(StandardCharsets.UTF_8)) + "\"";
    }
}
