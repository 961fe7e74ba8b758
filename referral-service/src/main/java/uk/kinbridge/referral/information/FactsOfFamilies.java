package uk.kinbridge.referral.information;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.referral.family.Families;
import uk.kinbridge.referral.family.Family;
import uk.kinbridge.referral.family.FamilyAccess;
import uk.kinbridge.referral.family.OneFamily;
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
        return OneFamily.behind(families, familyId)
                .flatMap(one -> families.find(one.id()).map(held -> known(held.family(), protectedFrom(one))));
    }

    @Override
    public boolean hides(String familyId, Caller caller) {
        return OneFamily.behind(families, familyId)
                .filter(one -> one.hidesFrom(caller))
                .isPresent();
    }

    @Override
    public List<String> idsOf(String familyId) {
        return OneFamily.behind(families, familyId).map(OneFamily::ids).orElseGet(() -> List.of(familyId));
    }

    /** What the decision on sharing has to know of that family. */
    public static KnownFamily known(Family family) {
        return known(family, protectedFrom(family.protections().stream(), Set::of));
    }

    private static KnownFamily known(Family family, Map<String, Set<String>> protectedFrom) {
        return new KnownFamily(
                family.id(),
                family.reference(),
                family.agency(),
                family.members(),
                (recipient, about, member) -> Shielding.addressSentTo(family, recipient, about, member),
                protectedFrom);
    }

    /** A case may have been opened under any record of the family, and names people as that one does. */
    private static Map<String, Set<String>> protectedFrom(OneFamily one) {
        return protectedFrom(one.protections().stream(), one::namesOf);
    }

    /** Whoever is protected, and from which members and agencies; a whereabouts goes to none of them. */
    private static Map<String, Set<String>> protectedFrom(
            Stream<Protection> protections, Function<String, Set<String>> namesOf) {
        var from = new HashMap<String, Set<String>>();
        protections
                .filter(Protection::isInForce)
                .forEach(protection -> namesOf.apply(protection.memberId()).forEach(member -> {
                    var those = from.computeIfAbsent(member, _ -> new HashSet<>());
                    protection.fromMembers().forEach(other -> those.addAll(namesOf.apply(other)));
                    protection.fromAgencies().forEach(agency -> those.add(KnownFamily.agency(agency)));
                }));
        return from;
    }
}
