package uk.kinbridge.notification.notice.rabbit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the members that we know from an event's data, and says which one is missing; all others are ignored. */
record Members(JsonNode node, String path) {

    Members(JsonNode node) {
        this(node, "data");
    }

    Members within(String member) {
        return new Members(node.path(member), path + "." + member);
    }

    String text(String member) {
        return Optional.ofNullable(textOrNull(member))
                .orElseThrow(() -> new IllegalArgumentException("the contract wants " + path + "." + member));
    }

    @Nullable
    String textOrNull(String member) {
        var value = node.path(member);
        return value.isString() && !value.asString().isBlank() ? value.asString() : null;
    }

    Instant time(String member) {
        return instant(text(member));
    }

    @Nullable
    Instant timeOrNull(String member) {
        var text = textOrNull(member);
        return text == null ? null : instant(text);
    }

    /** In the precision that the database keeps. */
    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
    }
}
