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

    /** Each act belongs to one side of the referral; both sides know the other's, so a denial may say so. */
    public static AccessDecision act(Caller caller, Referral referral, Act act) {
        if (!read(caller, referral).isGranted()) {
            return AccessDecision.concealed();
        }
        return switch (act) {
            case Act.Acknowledge _ -> acknowledge(caller, referral);
            case Act.Send _, Act.Withdraw _, Act.GiveAdvice _, Act.TellOutside _ ->
                caller.worksFor(referral.referrer().agency())
                        ? AccessDecision.granted()
                        : AccessDecision.denied("The referring agency does that; yours has another part here.");
            case Act.AcceptRedirection _, Act.DeclineRedirection _ -> answerRedirection(caller, referral);
            case Act.Invite _,
                    Act.Decide _,
                    Act.TakeNoFurther _,
                    Act.ReportProgress _,
                    Act.Redirect _,
                    Act.PutOnWaitingList _,
                    Act.OfferPlace _,
                    Act.IndicateHarm _,
                    Act.CompleteAssessment _,
                    Act.ShareOutcome _,
                    Act.AgreeJointPlan _,
                    Act.Close _ ->
                caller.worksFor(referral.recipient().agency())
                        ? AccessDecision.granted()
                        : AccessDecision.denied("The receiving agency does that; yours has another part here.");
        };
    }

    /** Whoever works for the agency that wrote it puts it right. */
    public static AccessDecision correct(Caller caller, Referral referral) {
        return act(caller, referral, new Act.Withdraw(""));
    }

    /** The role that the pathway names, or their manager, for the receiving agency (HAC-01, HAC-03, HAC-17). */
    private static AccessDecision acknowledge(Caller caller, Referral referral) {
        if (!caller.worksFor(referral.recipient().agency())) {
            return AccessDecision.denied("The receiving agency acknowledges a referral; yours does not.", "HAC-17");
        }
        return holds(caller, referral.recipient().role()) || caller.hasRole(Role.MANAGER)
                ? AccessDecision.granted()
                : AccessDecision.denied(
                        "This referral went to the " + referral.recipient().role()
                                + " of your service; they or a manager acknowledge it.",
                        "HAC-01");
    }

    /** Only the agency that the redirection names answers it (FAP-14). */
    private static AccessDecision answerRedirection(Caller caller, Referral referral) {
        var next = referral.standing().redirectedTo();
        return next != null && caller.worksFor(next.agency())
                ? AccessDecision.granted()
                : AccessDecision.denied("The agency that the referral was redirected to answers that.", "FAP-14");
    }

    private static boolean isParty(Caller caller, Referral referral) {
        return referral.parties().contains(caller.agency()) && !caller.isService();
    }

    private static boolean holds(Caller caller, String role) {
        return Role.named(role).map(caller::hasRole).orElse(false);
    }
}
