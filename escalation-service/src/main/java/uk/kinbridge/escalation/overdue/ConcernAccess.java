package uk.kinbridge.escalation.overdue;

import uk.kinbridge.escalation.disagreement.DisagreementAccess;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;

/** Who may do what with what is overdue; to a third agency it does not exist. */
public final class ConcernAccess {

    private ConcernAccess() {}

    /** Everybody who works with families sees what is overdue between their agency and another. */
    public static AccessDecision list(Caller caller) {
        return DisagreementAccess.worksWithFamilies(caller)
                ? AccessDecision.granted()
                : AccessDecision.denied("What is overdue is for those who work with families.");
    }

    /** Both sides. */
    public static AccessDecision read(Caller caller, Concern concern) {
        return concern.parties().contains(caller.agency()) && DisagreementAccess.worksWithFamilies(caller)
                ? AccessDecision.granted()
                : AccessDecision.concealed();
    }

    /** The managers of the agency that owes it: they must see it resolved (JWP-14). */
    public static AccessDecision answer(Caller caller, Concern concern) {
        if (!read(caller, concern).isGranted()) {
            return AccessDecision.concealed();
        }
        return caller.worksFor(concern.overdue().owner().agency())
                        && caller.hasAnyRole(Role.MANAGER, Role.SENIOR_MANAGER)
                ? AccessDecision.granted()
                : AccessDecision.denied("A manager of the agency that owes it says what is done about it.", "JWP-14");
    }

    /** Anybody on the other side: challenge is normal (DOR-12). */
    public static AccessDecision raise(Caller caller, Concern concern) {
        if (!read(caller, concern).isGranted()) {
            return AccessDecision.concealed();
        }
        return concern.overdue().others().contains(caller.agency())
                ? AccessDecision.granted()
                : AccessDecision.denied("The other side raises it; your agency owes it.", "JWP-14");
    }
}
