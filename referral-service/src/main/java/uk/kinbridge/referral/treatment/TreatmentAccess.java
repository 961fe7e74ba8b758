package uk.kinbridge.referral.treatment;

import java.util.List;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.AgencyRole;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.referral.family.Family;
import uk.kinbridge.referral.family.FamilyAccess;

/** Who records a treatment, and who knows of it: that somebody is treated is theirs to tell (SAL-16). */
public final class TreatmentAccess {

    private TreatmentAccess() {}

    /**
     * Those who treat, and work with the family.
     *
     * @param packs what the caller's agency works under
     */
    public static AccessDecision enter(Caller caller, Family family, List<Pack> packs) {
        if (!FamilyAccess.read(caller, family).isGranted()) {
            return AccessDecision.concealed();
        }
        boolean treats = packs.stream()
                .flatMap(pack -> pack.agency(new AgencyId(caller.agency())).stream())
                .anyMatch(agency -> agency.role() == AgencyRole.TREATMENT_PROVIDER
                        || agency.role() == AgencyRole.YOUNG_PEOPLES_TREATMENT);
        return treats
                ? AccessDecision.granted()
                : AccessDecision.denied("A treatment is recorded by the service that treats.", "SAL-16");
    }

    /** The treating agency, and those that were told. */
    public static boolean sees(Caller caller, Treatment treatment) {
        return caller.worksFor(treatment.agency())
                || treatment.told().agencies().contains(caller.agency());
    }

    /** People of the treating agency who work with families; to everybody else there is no such treatment. */
    public static AccessDecision change(Caller caller, Treatment treatment) {
        return caller.worksFor(treatment.agency()) && !caller.isService() && FamilyAccess.worksWithFamilies(caller)
                ? AccessDecision.granted()
                : AccessDecision.concealed();
    }
}
