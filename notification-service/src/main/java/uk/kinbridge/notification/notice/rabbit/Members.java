package uk.kinbridge.notification.notice.rabbit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
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

    boolean has(String member) {
        return node.path(member).isObject();
    }

    /** Every element of a list; none where there is no list. */
    List<Members> each(String member) {
        var elements = new ArrayList<Members>();
        for (var element : node.path(member)) {
            elements.add(new Members(element, path + "." + member + "[" + elements.size() + "]"));
        }
        return elements;
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
