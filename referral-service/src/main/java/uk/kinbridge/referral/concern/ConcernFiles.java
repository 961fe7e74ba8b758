package uk.kinbridge.referral.concern;

import java.time.Instant;
import java.util.Optional;
import uk.kinbridge.platform.aggregate.Change;

/** The concerns about all families. */
public interface ConcernFiles {

    /** Concerns about one family and the version that a change must name; version 0 before the first. */
    record Held(ConcernsOfFamily concerns, long version) {}

    Optional<Held> find(String familyId);

    /** Saves a change to the version that it was decided on; false when somebody else was first. */
    boolean save(long version, Change<ConcernsOfFamily, ConcernEvent> change, Instant now);
}
