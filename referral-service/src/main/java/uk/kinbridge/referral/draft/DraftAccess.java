package uk.kinbridge.referral.draft;

import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.referral.referral.ReferralAccess;

/** Who may do what with a draft. */
public final class DraftAccess {

    private DraftAccess() {}

    /** Whoever may refer may begin to. */
    public static AccessDecision begin(Caller caller) {
        return ReferralAccess.submit(caller);
    }

    /** Its author; and those who answer for the agency's work, so that nothing lies where its author is away. */
    public static AccessDecision work(Caller caller, ReferralDraft draft) {
        boolean own = draft.author().person().equals(caller.subject());
        return caller.worksFor(draft.author().agency())
                        && !caller.isService()
                        && ReferralAccess.submit(caller).isGranted()
                        && (own || answersForTheAgency(caller))
                ? AccessDecision.granted()
                : AccessDecision.concealed();
    }

    /** Whether the caller sees the drafts of the whole agency. */
    public static AccessDecision listAgency(Caller caller) {
        return answersForTheAgency(caller)
                ? AccessDecision.granted()
                : AccessDecision.denied("All drafts of the agency are for its safeguarding lead and managers.");
    }

    private static boolean answersForTheAgency(Caller caller) {
        return caller.hasAnyRole(Role.SAFEGUARDING_LEAD, Role.MANAGER, Role.NAMED_PROFESSIONAL, Role.SENIOR_MANAGER);
    }
}
