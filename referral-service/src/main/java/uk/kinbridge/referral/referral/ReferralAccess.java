package uk.kinbridge.referral.referral;

import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.referral.family.FamilyAccess;

/** Who may do what with a referral. */
public final class ReferralAccess {

    private ReferralAccess() {}

    /** Workers refer by their own decision (HAC-23); the pathway says which agencies may. */
    public static AccessDecision submit(Caller caller) {
        return FamilyAccess.worksWithFamilies(caller)
                ? AccessDecision.granted()
                : AccessDecision.denied("Referrals are sent by those who work with families.");
    }

    /** Everyone who works with families sees the worklist of their own agency. */
    public static AccessDecision worklist(Caller caller) {
        return FamilyAccess.worksWithFamilies(caller)
                ? AccessDecision.granted()
                : AccessDecision.denied("The worklist is for those who work with families.");
    }

    /** Both agencies of the referral; to everyone else it does not exist. */
    public static AccessDecision read(Caller caller, Referral referral) {
        return isParty(caller, referral) && FamilyAccess.worksWithFamilies(caller)
                ? AccessDecision.granted()
                : AccessDecision.concealed();
    }

    /** The role that the pathway names, or their manager, for the receiving agency (HAC-01, HAC-03, HAC-17). */
    public static AccessDecision acknowledge(Caller caller, Referral referral) {
        if (!read(caller, referral).isGranted()) {
            return AccessDecision.concealed();
        }
        if (!caller.worksFor(referral.recipient().agency())) {
            return AccessDecision.denied("The receiving agency acknowledges a referral; yours sent it.", "HAC-17");
        }
        return holds(caller, referral.recipient().role()) || caller.hasRole(Role.MANAGER)
                ? AccessDecision.granted()
                : AccessDecision.denied(
                        "This referral went to the " + referral.recipient().role()
                                + " of your service; they or a manager acknowledge it.",
                        "HAC-01");
    }

    /** Anyone in the receiving agency who works with families invites the person referred (HAC-03). */
    public static AccessDecision invite(Caller caller, Referral referral) {
        if (!read(caller, referral).isGranted()) {
            return AccessDecision.concealed();
        }
        return caller.worksFor(referral.recipient().agency())
                ? AccessDecision.granted()
                : AccessDecision.denied("The receiving agency invites the person to an assessment.", "HAC-03");
    }

    private static boolean isParty(Caller caller, Referral referral) {
        return referral.parties().contains(caller.agency()) && !caller.isService();
    }

    private static boolean holds(Caller caller, String role) {
        return Role.named(role).map(caller::hasRole).orElse(false);
    }
}
