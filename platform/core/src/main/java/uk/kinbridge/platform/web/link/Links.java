package uk.kinbridge.platform.web.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the caller may do next, for a member {@code _links} in the HAL manner. An action that the caller may not take, or
 * that the state does not allow, has no link: a front-end shows a button when there is a link for it.
 */
public record Links(@JsonValue Map<String, Link> byRelation) {

    public Links {
        byRelation = Collections.unmodifiableMap(new LinkedHashMap<>(byRelation));
    }

    public static Links self(String href) {
        return new Links(Map.of("self", new Link(href, null)));
    }

    /** A further address to read. */
    public Links and(String relation, String href) {
        return and(true, relation, new Link(href, null));
    }

    /** An action, when it is open to this caller in this state. */
    public Links when(boolean allowed, String relation, String method, String href) {
        return and(allowed, relation, new Link(href, method));
    }

    private Links and(boolean allowed, String relation, Link link) {
        if (!allowed) {
            return this;
        }
        Map<String, Link> more = new LinkedHashMap<>(byRelation);
        more.put(relation, link);
        return new Links(more);
    }

    /** One link; without a method it is to be read. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Link(String href, @Nullable String method) {}
}
