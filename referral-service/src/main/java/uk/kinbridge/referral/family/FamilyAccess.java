package uk.kinbridge.referral.family;

import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;

/** Who may do what with the family record. */
public final class FamilyAccess {

    private FamilyAccess() {}

    /** Those who work with families register them. */
    public static AccessDecision register(Caller caller) {
        return worksWithFamilies(caller)
                ? AccessDecision.granted()
                : AccessDecision.denied("Families are registered by those who work with them.");
    }

    /** Inside the agency that registered it; to all others it does not exist. What a referral shares travels with it. */
    public static AccessDecision read(Caller caller, Family family) {
        return caller.worksFor(family.agency()) && worksWithFamilies(caller)
                ? AccessDecision.granted()
                : AccessDecision.concealed();
    }

    /** Whether the caller's role works with families at all. */
    public static boolean worksWithFamilies(Caller caller) {
        return caller.hasAnyRole(
                Role.PRACTITIONER,
                Role.SAFEGUARDING_LEAD,
                Role.MANAGER,
                Role.DUTY_WORKER,
                Role.NAMED_PROFESSIONAL,
                Role.SENIOR_MANAGER);
    }
}
