package uk.kinbridge.referral.information;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.referral.family.Families;
import uk.kinbridge.referral.family.Family;
import uk.kinbridge.referral.family.FamilyAccess;
import uk.kinbridge.referral.family.Protection;
import uk.kinbridge.referral.family.Shielding;

/** Facts from the family records; nothing else in this feature knows how they are kept. */
public final class FactsOfFamilies implements FamilyFacts {

    private final Families families;

    public FactsOfFamilies(Families families) {
        this.families = families;
    }

    @Override
    public Optional<KnownFamily> seenBy(Caller caller, String familyId) {
        return families.find(familyId)
                .map(Families.Held::family)
                .filter(family -> family.mergedInto() == null
                        && FamilyAccess.read(caller, family).isGranted())
                .map(FactsOfFamilies::known);
    }

    @Override
    public Optional<KnownFamily> behind(String familyId) {
        var found = families.find(familyId).map(Families.Held::family);
        return found.map(Family::mergedInto)
                .flatMap(families::find)
                .map(Families.Held::family)
                .or(() -> found)
                .map(FactsOfFamilies::known);
    }

    @Override
    public boolean hides(String familyId, Caller caller) {
        var found = families.outline(familyId);
        return found.map(Family::mergedInto)
                .flatMap(families::outline)
                .or(() -> found)
                .filter(family -> Shielding.isFrom(family, caller))
                .isPresent();
    }

    /** What the decision on sharing has to know of that family. */
    public static KnownFamily known(Family family) {
        return new KnownFamily(
                family.id(),
                family.reference(),
                family.agency(),
                family.members(),
                family.address(),
                protectedFrom(family));
    }

    /** Whoever is protected, and from which members and agencies; a whereabouts goes to none of them. */
    private static Map<String, Set<String>> protectedFrom(Family family) {
        var from = new HashMap<String, Set<String>>();
        family.protections().stream().filter(Protection::isInForce).forEach(protection -> {
            var those = from.computeIfAbsent(protection.memberId(), _ -> new HashSet<>());
            those.addAll(protection.fromMembers());
            protection.fromAgencies().forEach(agency -> those.add(KnownFamily.agency(agency)));
        });
        return from;
    }
}
