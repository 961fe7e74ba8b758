package uk.kinbridge.referral.family;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.security.Caller;

/**
 * Keeps whereabouts from those whom somebody is protected from, field by field, whatever their role. Who lives with a
 * protected person is shielded too: one address leads to both. The one who must not know gets an answer without the
 * fields and without a trace of them; even that something is withheld would tell them something.
 */
public final class Shielding {

    private Shielding() {}

    /** Whether anybody on the record is protected from this caller, or from the agency that they work for. */
    public static boolean isFrom(Family family, Caller caller) {
        return inForce(family).stream().anyMatch(from(caller));
    }

    /** The record as this caller may see it. */
    public static Family seenBy(Family family, Caller caller) {
        var shielded = withTheirHousehold(family, from(caller));
        return shielded.isEmpty()
                ? family
                : withoutWhoCameOver(strip(family, shielded, caller.agency()), family, caller.agency());
    }

    /**
     * Whoever must not know learns nothing by a merge: an agency that came with another record sees those of that one,
     * and every other one those who were on this record before.
     */
    private static Family withoutWhoCameOver(Family stripped, Family whole, String agency) {
        var standing = whole.merges().stream().filter(Merge::stands).toList();
        var cameWithIt = standing.stream()
                .filter(merge -> merge.agencies().contains(agency))
                .toList();
        var fromElsewhere = ids(standing);
        var seen = ids(cameWithIt);
        return stripped.withPeople(stripped.people().stream()
                        .filter(m -> cameWithIt.isEmpty() ? !fromElsewhere.contains(m.id()) : seen.contains(m.id()))
                        .toList())
                .withRelationships(stripped.relationships().stream()
                        .filter(r -> cameWithIt.isEmpty()
                                ? !fromElsewhere.contains(r.from()) && !fromElsewhere.contains(r.to())
                                : seen.contains(r.from()) && seen.contains(r.to()))
                        .toList());
    }

    private static Set<String> ids(List<Merge> merges) {
        return merges.stream().flatMap(merge -> merge.members().stream()).collect(Collectors.toSet());
    }

    /** The record as it may be shown or read out with that member present, or sent where it may come to them. */
    public static Family withPresent(Family family, String memberId) {
        var shielded = withTheirHousehold(family, p -> p.fromMembers().contains(memberId));
        return shielded.isEmpty() ? family : strip(family, shielded, family.agency());
    }

    /** The record as another agency may be sent it, about that member. */
    public static Family sentTo(Family family, String agency, String subjectId) {
        var shielded = withTheirHousehold(
                family,
                p -> p.fromAgencies().contains(agency) || p.fromMembers().contains(subjectId));
        return shielded.isEmpty() ? family : strip(family, shielded, agency);
    }

    /**
     * Where a member lives, as another agency may be sent it with something about those members; null where it is not
     * known or must not come to them. Once anybody is protected from one of them, nothing goes but where those live who
     * must not know, and that only where nobody protected lives.
     */
    public static @Nullable String addressSentTo(
            Family family, String agency, Collection<String> about, String memberId) {
        var member = family.known(memberId).orElse(null);
        if (member == null) {
            return null;
        }
        Predicate<Protection> applies = p ->
                p.fromAgencies().contains(agency) || p.fromMembers().stream().anyMatch(about::contains);
        var shielded = withTheirHousehold(family, applies);
        if (shielded.isEmpty()) {
            return family.residence(member).map(Said::value).orElse(null);
        }
        boolean theirOwn = inForce(family).stream()
                .filter(applies)
                .allMatch(p ->
                        !p.fromAgencies().contains(agency) && p.fromMembers().contains(memberId));
        return theirOwn && !shielded.contains(memberId)
                ? ownAddress(family, member).map(Said::value).orElse(null)
                : null;
    }

    /** As their record said before it took others in, and not where that leads to others. */
    private static Optional<Said> ownAddress(Family family, Member member) {
        var standing = family.merges().stream().filter(Merge::stands).toList();
        return Unmerging.asBefore(member, standing).fact(FactKind.RESIDENCE);
    }

    /** What {@link #withPresent} leaves out, in words for the worker who asks: member id to fields. */
    public static Map<String, Set<String>> withheld(Family family, String memberId) {
        var shown = withPresent(family, memberId);
        return family.people().stream()
                .filter(m -> !shown.known(m.id()).orElse(m).facts().equals(m.facts()))
                .collect(Collectors.toMap(
                        Member::id, m -> missing(m, shown.known(m.id()).orElse(m))));
    }

    private static Set<String> missing(Member whole, Member shown) {
        return whole.facts().keySet().stream()
                .filter(kind -> !shown.facts().containsKey(kind))
                .map(FactKind::word)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Protection> inForce(Family family) {
        return family.protections().stream().filter(Protection::isInForce).toList();
    }

    private static Predicate<Protection> from(Caller caller) {
        return p -> p.fromPeople().contains(caller.subject())
                || p.fromPeople().contains(caller.username())
                || p.fromAgencies().contains(caller.agency());
    }

    /** Whom one protection reaches. */
    static Set<String> shieldedBy(Family family, Protection protection) {
        return withTheirHousehold(family, protection::equals);
    }

    private static Set<String> withTheirHousehold(Family family, Predicate<Protection> applies) {
        var shielded = new HashSet<String>();
        inForce(family).stream().filter(applies).forEach(p -> shielded.add(p.memberId()));
        if (shielded.isEmpty()) {
            return shielded;
        }
        var homes = family.people().stream()
                .filter(m -> shielded.contains(m.id()))
                .map(m -> home(family, m))
                .toList();
        family.people().stream().filter(m -> homes.contains(home(family, m))).forEach(m -> shielded.add(m.id()));
        return shielded;
    }

    /** Where a member is to be found at night: the family's home, an address of their own, or unknown and so alone. */
    private static String home(Family family, Member member) {
        if (family.isAtHome(member)) {
            return home(family);
        }
        return member.fact(FactKind.RESIDENCE)
                .map(said -> MatchKeys.address(said.value()))
                .orElse(member.id());
    }

    private static String home(Family family) {
        var address = family.address();
        return address == null ? "home" : MatchKeys.address(address);
    }

    private static Family strip(Family family, Set<String> shielded, String agency) {
        var homeShielded = family.people().stream()
                .anyMatch(m -> shielded.contains(m.id()) && home(family, m).equals(home(family)));
        var merged = family.merges().stream().filter(Merge::stands).toList();
        // Which agencies work with somebody tells the town that they live in: what others wrote down goes as well.
        return family.withPeople(family.people().stream()
                        .map(m -> Unmerging.asBefore(m, merged))
                        .map(m -> m.withFacts(kept(m.facts(), shielded.contains(m.id()), agency)))
                        .toList())
                .withFacts(kept(family.facts(), homeShielded, agency))
                .withRelationships(family.relationships().stream()
                        .filter(r -> r.recordedBy().agency().equals(agency))
                        .map(r -> r.writtenBy(agency))
                        .toList())
                .withAgencies(family.agencies().stream()
                        .filter(i ->
                                i.agency().equals(agency) && i.by().agency().equals(agency))
                        .toList())
                .withProtections(List.of())
                .withMerges(List.of())
                .withHistory(family.history().stream()
                        .filter(line -> isOf(line, agency)
                                && line.kind() == null
                                && line.memberId() == null
                                && line.what().startsWith("information."))
                        .toList());
    }

    private static boolean isOf(Line line, String agency) {
        var by = line.by();
        return by != null && by.agency().equals(agency);
    }

    private static Map<FactKind, Said> kept(Map<FactKind, Said> facts, boolean shielded, String agency) {
        return facts.entrySet().stream()
                .filter(e -> !(shielded && e.getKey().isWhereabouts()))
                .filter(e -> e.getValue().recordedBy().agency().equals(agency))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
