package uk.kinbridge.referral.concern;

import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.referral.family.FamilyAccess;

/** Who may record concerns and see what they add up to. That an agency is involved is found out before. */
public final class ConcernAccess {

    private ConcernAccess() {}

    /** Anyone involved who works with families; to all others the family does not exist. */
    public static AccessDecision contribute(Caller caller, boolean involved) {
        return involved && !caller.isService() && FamilyAccess.worksWithFamilies(caller)
                ? AccessDecision.granted()
                : AccessDecision.concealed();
    }

    /** Somebody who can act, in an agency to which the picture was raised (JWP-08). */
    public static AccessDecision answer(Caller caller, boolean involved, Picture picture) {
        if (!contribute(caller, involved).isGranted() || !toldTo(caller, picture)) {
            return AccessDecision.concealed();
        }
        return canAct(caller)
                ? AccessDecision.granted()
                : AccessDecision.denied(
                        "Safeguarding leads, named professionals and managers say what is done about a picture.",
                        picture.obligations().getFirst());
    }

    /** Others' concerns in a picture are for those who can act; whoever contributed sees that theirs counted. */
    public static boolean seesOthersConcerns(Caller caller, Picture picture) {
        return canAct(caller) && toldTo(caller, picture);
    }

    private static boolean toldTo(Caller caller, Picture picture) {
        return picture.told().stream().anyMatch(to -> caller.worksFor(to.agency()));
    }

    private static boolean canAct(Caller caller) {
        return caller.hasAnyRole(Role.SAFEGUARDING_LEAD, Role.MANAGER, Role.NAMED_PROFESSIONAL, Role.SENIOR_MANAGER);
    }
}
