package uk.kinbridge.referral.referral;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.kinbridge.protocols.pack.Agency;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.AgencyRole;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Need;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Pathway;
import uk.kinbridge.protocols.pack.Route;
import uk.kinbridge.protocols.pack.Routing;

/**
 * What a lower referral would leave out, as its referrer can make it good (JWP-11, SAL-15).
 *
 * @param ways that the referrer's own agency may take; none where it may take none of them
 * @param obligations why
 * @param call whom to call where the agency may not refer itself
 * @param theirOwn the referrer's own service is the one that protects there; it goes on once it says that it works with
 *     the family
 */
public record OnlyWays(List<Route> ways, List<String> obligations, List<WhomToCall> call, boolean theirOwn) {

    /** What is to be done, for the referrer. */
    public String words() {
        if (!ways.isEmpty()) {
            return ways.stream().map(Route::words).collect(joining("; ", "", "."));
        }
        var whom = call.stream().map(WhomToCall::spoken).collect(joining("; "));
        return (whom.isEmpty() ? "Somebody is in danger, and" : "Call " + whom + ". For")
                + " your agency cannot make that"
                + " referral itself."
                + (theirOwn
                        ? " Where your own service works with the family already, say so ('"
                                + Fact.KNOWN_TO_CHILDRENS_SOCIAL_CARE.word() + "') and send it again."
                        : "");
    }

    /** Empty when nothing more serious is left out. */
    static Optional<OnlyWays> leftOutBy(Submission submission, Rules rules, Beside beside, Instant now) {
        var pack = rules.pack();
        var facts = Situation.facts(submission.content().situation());
        facts.addAll(beside.stated());
        var routing = Routing.of(pack, facts);
        if (!routing.closes(rules.pathway().id(), pack)) {
            return Optional.empty();
        }
        var agency = submission.referrer().agency();
        var leftOut = routing.open().stream()
                .filter(way -> !isWith(agency, way, facts, pack))
                .filter(way -> !beside.takes(way, facts))
                .toList();
        return leftOut.isEmpty() ? Optional.empty() : Optional.of(of(leftOut, agency, rules, now));
    }

    private static OnlyWays of(List<Route> leftOut, String agency, Rules rules, Instant now) {
        var pack = rules.pack();
        var may = leftOut.stream().filter(way -> isOpenTo(agency, way, pack)).toList();
        var needs = EnumSet.noneOf(Need.class);
        leftOut.stream().flatMap(way -> WhomToCall.needs(way, pack)).forEach(needs::add);
        return new OnlyWays(
                may,
                leftOut.stream()
                        .flatMap(way -> Rules.ids(way.obligations()).stream())
                        .distinct()
                        .toList(),
                may.isEmpty() ? WhomToCall.under(pack, agency, needs, now, rules.bankHolidays()) : List.of(),
                leftOut.stream().anyMatch(way -> leadsTo(agency, way, pack)));
    }

    /** Whether that agency may refer on it: its part in the protocol allows it. A way that is no referral is everybody's. */
    public static boolean isOpenTo(String agency, Route way, Pack pack) {
        var role = role(agency, pack);
        return way.referrals().findAny().isEmpty()
                || pathways(way, pack)
                        .anyMatch(pathway -> role.filter(pathway::mayComeFrom).isPresent());
    }

    /**
     * Nobody refers to themselves: who protects adults there has it already, and who protects children has, once they
     * say that they work with the family.
     */
    private static boolean isWith(String agency, Route way, Set<Fact> facts, Pack pack) {
        return leadsTo(agency, way, pack)
                && (role(agency, pack)
                                .filter(role -> role == AgencyRole.CHILDRENS_SOCIAL_CARE)
                                .isEmpty()
                        || facts.contains(Fact.KNOWN_TO_CHILDRENS_SOCIAL_CARE));
    }

    private static boolean leadsTo(String agency, Route way, Pack pack) {
        var role = role(agency, pack);
        return pathways(way, pack)
                .anyMatch(pathway ->
                        role.filter(own -> own == pathway.to().agency()).isPresent());
    }

    private static Stream<Pathway> pathways(Route way, Pack pack) {
        return way.referrals().flatMap(id -> pack.pathway(id).stream());
    }

    private static Optional<AgencyRole> role(String agency, Pack pack) {
        return pack.agency(new AgencyId(agency)).map(Agency::role);
    }
}
