package uk.kinbridge.referral.information;

import java.time.Instant;
import java.util.Optional;
import uk.kinbridge.platform.aggregate.Change;

/** The consent records of all families. */
public interface ConsentRecords {

    /** A record and the version that a change must name; version 0 before anything has been kept. */
    record Held(ConsentRecord record, long version) {}

    /** Nothing has been kept for most families. */
    Optional<Held> find(String familyId);

    /** Saves a change to the version that it was decided on; false when somebody else was first. */
    boolean save(long version, Change<ConsentRecord, InformationEvent> change, Instant now);
}
