package uk.kinbridge.platform.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, and where to go on.
 *
 * @param next the cursor of the page after; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    public static <T> Page<T> last(List<T> items) {
        return new Page<>(items, null);
    }

    /**
     * Makes a page of what a query with a limit one higher than asked for has found: the one too many tells that there
     * is a next page.
     */
    public static <T> Page<T> of(List<T> found, PageRequest request, Function<T, Cursor> position) {
        if (found.size() <= request.limit()) {
            return last(found);
        }
        List<T> items = found.subList(0, request.limit());
        return new Page<>(items, position.apply(items.getLast()).encode());
    }

    public <R> Page<R> map(Function<? super T, ? extends R> each) {
        return new Page<>(items.stream().<R>map(each).toList(), next);
    }
}
