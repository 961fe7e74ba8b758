package uk.kinbridge.assessment.lost;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;

/** All searches for families. */
public interface Searches {

    /** A search and the version that a change must name. */
    record Held(Search search, long version) {}

    /** How a save ends. */
    enum Saved {
        DONE,
        STALE,
        HANDLED_BEFORE
    }

    /** Adds a new one together with what others must hear of it; one that is there already stays as it is. */
    Held add(Change<Search, SearchEvent> change, Instant now);

    Optional<Held> find(String id);

    /** The search of that agency for that family that is still open, whichever of its records it was begun under. */
    Optional<Held> open(String agency, String family);

    Saved save(long version, Change<Search, SearchEvent> change, Instant now);

    Saved saveOnce(long version, Change<Search, SearchEvent> change, Instant now, String messageId);

    /** One page of those that the agency may know of, the longest open at the top, those that have ended last. */
    List<Held> list(String agency, boolean onlyOpen, @Nullable Position after, int limit);

    /** A place in the list. */
    record Position(boolean ended, Instant begunAt, String id) {
        public static Position of(Search search) {
            return new Position(!search.isOpen(), search.begunAt(), search.id());
        }
    }
}
