package uk.kinbridge.referral.family;

import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;

/** Who may do what with the family record. */
public final class FamilyAccess {

    /** What somebody hears who would write to a record on which somebody is protected from them. */
    public static final String KEPT_BY_OTHERS = "This record is kept by others in your agency.";

    private FamilyAccess() {}

    /** Those who work with families register them. */
    public static AccessDecision register(Caller caller) {
        return worksWithFamilies(caller)
                ? AccessDecision.granted()
                : AccessDecision.denied("Families are registered by those who work with them.");
    }

    /** Everyone who works with families searches what their own agency is party of. */
    public static AccessDecision search(Caller caller) {
        return worksWithFamilies(caller)
                ? AccessDecision.granted()
                : AccessDecision.denied("Families are looked for by those who work with them.");
    }

    /** Inside the agencies that work with the family; to all others it does not exist. What a referral shares travels with it. */
    public static AccessDecision read(Caller caller, Family family) {
        return family.parties().contains(caller.agency()) && !caller.isService() && worksWithFamilies(caller)
                ? AccessDecision.granted()
                : AccessDecision.concealed();
    }

    /** Whoever may read it may add to it; but nobody changes a record on which somebody is protected from them. */
    public static AccessDecision change(Caller caller, Family family) {
        if (!read(caller, family).isGranted()) {
            return AccessDecision.concealed();
        }
        return Shielding.isFrom(family, caller) ? AccessDecision.denied(KEPT_BY_OTHERS) : AccessDecision.granted();
    }

    /** Merging, and protecting somebody's whereabouts or ending that, is for those who answer for the agency's records. */
    public static AccessDecision answerFor(Caller caller, Family family) {
        var change = change(caller, family);
        if (!change.isGranted()) {
            return change;
        }
        return caller.hasAnyRole(Role.SAFEGUARDING_LEAD, Role.MANAGER, Role.NAMED_PROFESSIONAL, Role.SENIOR_MANAGER)
                ? AccessDecision.granted()
                : AccessDecision.denied("A safeguarding lead, named professional or manager does this.");
    }

    /**
     * An agency ends its own part. That another one's has ended is for those who answer for the record where it is
     * kept: to be put out of it is to lose sight of a child (HAC-08).
     */
    public static AccessDecision end(Caller caller, Family family, String agency) {
        var change = change(caller, family);
        if (!change.isGranted() || caller.worksFor(agency)) {
            return change;
        }
        return caller.worksFor(family.agency())
                ? answerFor(caller, family)
                : AccessDecision.denied("An agency ends its own work; or the agency that keeps the record does.");
    }

    /** Who protects: in haste anybody who may change the record; ending a protection is for those who answer for it. */
    public static AccessDecision protect(Caller caller, Family family) {
        return change(caller, family);
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
