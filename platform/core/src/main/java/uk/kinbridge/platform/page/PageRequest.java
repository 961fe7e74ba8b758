package uk.kinbridge.platform.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list that is wanted.
 *
 * @param after the position that the page before ended at; null for the first page
 */
public record PageRequest(int limit, @Nullable Cursor after) {

    public static final int DEFAULT_LIMIT = 25;
    public static final int MAX_LIMIT = 100;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("must be from 1 to " + MAX_LIMIT);
        }
    }

    public static PageRequest first(int limit) {
        return new PageRequest(limit, null);
    }

    /** The sort keys to go on after; empty for the first page. */
    public List<String> position() {
        return after == null ? List.of() : after.position();
    }
}
