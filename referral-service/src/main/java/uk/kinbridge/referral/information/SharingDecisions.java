package uk.kinbridge.referral.information;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;

/** All decisions on sharing, kept for good. */
public interface SharingDecisions {

    /** Keeps a decision; one of that id that is there already stays as it is. */
    void keep(Change<KeptDecision, InformationEvent> decision, Instant now);

    Optional<KeptDecision> find(String id);

    /** One page of what an agency may know of a family's decisions, the last one first. */
    default List<KeptDecision> of(String familyId, String agency, @Nullable Place after, int limit) {
        return of(List.of(familyId), agency, after, limit);
    }

    /** The same of a family whose decisions are kept under several ids. */
    List<KeptDecision> of(List<String> familyIds, String agency, @Nullable Place after, int limit);

    /** Decisions that let something through on that consent. */
    List<KeptDecision> relyingOn(String consentId);

    /** Whether something about the family has been shared with that agency. */
    boolean sharedWith(String agency, String familyId);

    /** Where a page ended. */
    record Place(Instant at, String id) {}
}
