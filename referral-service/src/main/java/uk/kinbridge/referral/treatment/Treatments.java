package uk.kinbridge.referral.treatment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.kinbridge.platform.aggregate.Change;

/** All treatments that were recorded. */
public interface Treatments {

    /** A treatment and the version that a change must name. */
    record Held(Treatment treatment, long version) {}

    /** Adds it; the same id again answers what is there. */
    Held add(Change<Treatment, TreatmentEvent> change, Instant now);

    Optional<Held> find(String id);

    /** Those of one family's members, the last first. */
    List<Held> ofFamily(String familyId);

    /** Those that others were told on that consent. */
    List<Held> toldOn(String consentId);

    /** Saves a change to the version that it was decided on; false when somebody else was first. */
    boolean save(long version, Change<Treatment, TreatmentEvent> change, Instant now);
}
