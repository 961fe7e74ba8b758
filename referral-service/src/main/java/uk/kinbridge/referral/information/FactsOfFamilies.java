package uk.kinbridge.referral.information;

import java.util.Map;
import java.util.Optional;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.referral.family.Families;
import uk.kinbridge.referral.family.Family;
import uk.kinbridge.referral.family.FamilyAccess;

/** Facts from the family records; nothing else in this feature knows how they are kept. */
public final class FactsOfFamilies implements FamilyFacts {

    private final Families families;

    public FactsOfFamilies(Families families) {
        this.families = families;
    }

    @Override
    public Optional<KnownFamily> seenBy(Caller caller, String familyId) {
        return families.find(familyId)
                .filter(family -> FamilyAccess.read(caller, family).isGranted())
                .map(FactsOfFamilies::known);
    }

    private static KnownFamily known(Family family) {
        return new KnownFamily(
                family.id(), family.reference(), family.agency(), family.members(), family.address(), Map.of());
    }
}
