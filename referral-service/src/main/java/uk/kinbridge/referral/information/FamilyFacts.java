package uk.kinbridge.referral.information;

import java.util.List;
import java.util.Optional;
import uk.kinbridge.platform.security.Caller;

/** The families, as far as consent and sharing need them. */
public interface FamilyFacts {

    /** The family, when the caller may see it; empty for everybody else, and when there is none. */
    Optional<KnownFamily> seenBy(Caller caller, String familyId);

    /** The family behind a case, whoever asks: for deciding, never for showing. */
    Optional<KnownFamily> behind(String familyId);

    /** Whether somebody of that family is protected from the caller, or from the agency that they work for. */
    boolean hides(String familyId, Caller caller);

    /** Under which anything about that family may be kept, the id of the record that is kept first. */
    default List<String> idsOf(String familyId) {
        return List.of(familyId);
    }
}
