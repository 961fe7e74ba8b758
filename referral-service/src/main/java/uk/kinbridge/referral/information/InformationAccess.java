package uk.kinbridge.referral.information;

import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.referral.family.FamilyAccess;

/** Who may know of consent and of decisions on sharing. That a family is on record is shown by {@link FamilyFacts}. */
public final class InformationAccess {

    private InformationAccess() {}

    /** Whoever decided, and the recipient once something has been shared; to all others it does not exist. */
    public static AccessDecision read(Caller caller, KeptDecision decision) {
        return !caller.isService()
                        && FamilyAccess.worksWithFamilies(caller)
                        && decision.parties().contains(caller.agency())
                ? AccessDecision.granted()
                : AccessDecision.concealed();
    }

    /** What was known and why is for those who decided; the recipient sees what was let through and on which grounds. */
    public static boolean seesInputs(Caller caller, KeptDecision decision) {
        return caller.worksFor(decision.agency());
    }

    /** The list of a family's decisions shows each agency what it may read; roles that work with families only. */
    public static AccessDecision list(Caller caller) {
        return !caller.isService() && FamilyAccess.worksWithFamilies(caller)
                ? AccessDecision.granted()
                : AccessDecision.concealed();
    }
}
