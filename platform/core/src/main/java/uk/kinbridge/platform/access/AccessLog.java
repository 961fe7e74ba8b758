package uk.kinbridge.platform.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.page.Cursor;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.page.PageRequest;

/** Every look at every shared record. It only grows. */
public interface AccessLog {

    /** Adds a look; when that fails, the record must not be shown. */
    default void add(Look look) {
        addAll(List.of(look));
    }

    /** Adds several looks of one person, such as at a list; when that fails, none of the records must be shown. */
    void addAll(List<Look> looks);

    /** Who looked at a record, the latest first. */
    List<Kept> of(Part part);

    /**
     * One page of every look at a record.
     *
     * @param list what its cursors are good for
     */
    default Page<Look> page(String type, String id, String list, PageRequest page) {
        return page(type, id, null, list, page);
    }

    /**
     * One page of the looks at a record.
     *
     * @param agency only looks from that agency; null for all
     * @param list what its cursors are good for
     */
    default Page<Look> page(String type, String id, @Nullable String agency, String list, PageRequest page) {
        var before = Place.of(page.position()).orElse(null);
        var looks = of(new Part(Look.recordOf(type, id), agency, before, page.limit() + 1));
        return Page.of(looks, page, kept -> Cursor.of(list, kept.look().at().toString(), kept.id()))
                .map(Kept::look);
    }

    /** A look and its place in the log. */
    record Kept(String id, Look look) {}

    /**
     * A part of one record's log.
     *
     * @param agency only looks from that agency; null for all
     * @param before the last place of the page before; null for the first page
     */
    record Part(
            String record,
            @Nullable String agency,
            @Nullable Place before,
            int limit) {}

    /** A place in the log. */
    record Place(Instant at, String id) {

        /** The keys of a cursor. */
        public static Optional<Place> of(List<String> keys) {
            return keys.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Place(Instant.parse(keys.getFirst()), keys.getLast()));
        }
    }
}
