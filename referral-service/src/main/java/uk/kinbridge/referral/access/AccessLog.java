package uk.kinbridge.referral.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every look at every shared record. It only grows. */
public interface AccessLog {

    /** Adds a look; when that fails, the record must not be shown. */
    void add(Look look);

    /** Who looked at a record, the latest first. */
    List<Kept> of(Part part);

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
