package uk.kinbridge.escalation.overdue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;

/** All concerns about what is overdue. */
public interface OverdueConcerns {

    /** A concern and the version that a change must name. */
    record Held(Concern concern, long version) {}

    /** Adds what a message creates; false when it is there already. */
    boolean addOnce(Change<Concern, ConcernEvent> change, Instant now, String messageId);

    Optional<Held> find(String id);

    /** Saves a change decided on that version; false when somebody else was first. */
    boolean save(long version, Change<Concern, ConcernEvent> change, Instant now);

    /** One page of those that concern an agency, what has been overdue longest at the top. */
    List<Held> list(String agency, boolean onlyOpen, @Nullable Position after, int limit);

    /** A place in the list. */
    record Position(Instant dueAt, String id) {

        public static Position of(Concern concern) {
            return new Position(concern.overdue().dueAt(), concern.id());
        }
    }
}
