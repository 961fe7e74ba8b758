package uk.kinbridge.referral.family;

import java.util.List;
import java.util.Optional;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;

/** What a caller may learn of a possible match. A record is never shown to somebody who must not see it. */
public sealed interface Hint {

    /** It is on a record that the caller may see anyway. */
    record OnYourRecord(String familyId, String reference, String strength, List<String> because) implements Hint {}

    /** Another agency has it; which member, and what of them, that agency says or does not say. */
    record AskAgency(String agency, String role) implements Hint {}

    /** Somebody of the caller's own agency may learn more: the name of a treatment service is a diagnosis. */
    record AskYourLead(String role) implements Hint {}

    /** Whom an agency's question goes to. */
    String LEAD = "safeguarding-lead";

    /**
     * What this caller may learn.
     *
     * <ul>
     *   <li>Whoever may read the other record is led to it.
     *   <li>Nobody whom a person on the other record is protected from learns anything, and neither does their agency
     *       where it is shut out.
     *   <li>Beyond that only a certain or strong match counts, and only among agencies of one protocol. That an agency
     *       knows somebody can be a secret by itself, so its name goes to those who speak for their agency; everybody
     *       else is sent to them.
     * </ul>
     *
     * @param partners whether both agencies work under one protocol
     */
    static Optional<Hint> of(Matching.Match match, Caller caller, boolean partners) {
        var other = match.other();
        if (!FamilyAccess.worksWithFamilies(caller) || Shielding.isFrom(other, caller)) {
            return Optional.empty();
        }
        if (FamilyAccess.read(caller, other).isGranted()) {
            return Optional.of(new OnYourRecord(
                    other.id(), other.reference(), match.strength().name(), match.because()));
        }
        if (match.strength() == Matching.Strength.POSSIBLE || !partners) {
            return Optional.empty();
        }
        return Optional.of(
                caller.hasAnyRole(Role.SAFEGUARDING_LEAD, Role.MANAGER, Role.NAMED_PROFESSIONAL)
                        ? new AskAgency(other.agency(), LEAD)
                        : new AskYourLead(LEAD));
    }
}
