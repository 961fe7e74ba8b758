package uk.kinbridge.protocols.sharing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Recorded;
import uk.kinbridge.protocols.pack.Route;
import uk.kinbridge.protocols.pack.SharingRule;
import uk.kinbridge.protocols.pack.SharingRule.Objection;
import uk.kinbridge.protocols.pack.SharingRule.Outcome;

/** What the pinned protocol, with the national one below it, says about one question. */
record FittingRules(List<SharingRule> rules, List<ObligationId> ways) {

    /** An outcome without any rule would cite nothing: this one always holds (ENG-11). */
    static final ObligationId EVERY_DECISION_IS_KEPT = new ObligationId("ENG-11");

    static FittingRules of(Pack pack, Set<Fact> facts, Purpose purpose) {
        return new FittingRules(
                pack.practice().sharing().stream()
                        .filter(rule -> rule.when().holds(facts))
                        .toList(),
                purpose == Purpose.LIAISON ? liaison(pack, facts) : List.of());
    }

    /** Which entries of the protocol send people to liaison instead of a referral (JWP-03). */
    private static List<ObligationId> liaison(Pack pack, Set<Fact> facts) {
        return pack.practice().routes().stream()
                .filter(route -> route.when().holds(facts)
                        && route.take().stream().anyMatch(Route.Take.Liaise.class::isInstance))
                .flatMap(route -> route.obligations().stream())
                .toList();
    }

    boolean say(Outcome outcome) {
        return rules.stream().anyMatch(rule -> rule.outcome() == outcome);
    }

    /**
     * SAL-02, JWP-06 and DOR-01 want the family asked or told first even where a child is at risk. A rule that does not
     * speak of that, such as HAC-11 on care planning, holds up no protection.
     */
    boolean wantAskingFirst() {
        return rules.stream()
                .filter(rule -> rule.when().facts().contains(Fact.CHILD_AT_RISK_OF_SIGNIFICANT_HARM))
                .anyMatch(rule -> rule.outcome() == Outcome.SEEK_CONSENT_FIRST
                        || (rule.outcome() == Outcome.SHARE_REQUIRED
                                && rule.record().contains(Recorded.CONSENT)));
    }

    /** SAL-03: below significant harm an agency's own policy may share without consent, with its reason. */
    boolean leaveItToAReason() {
        return rules.stream()
                .anyMatch(rule -> rule.outcome() == Outcome.DECIDE_WITH_REASON
                        && rule.record().contains(Recorded.REASON_FOR_SHARING));
    }

    boolean neverAccept(Objection objection) {
        return rules.stream().anyMatch(rule -> rule.neverAReason().contains(objection));
    }

    /** What is cited, that of the rules which decide it first. */
    List<ObligationId> obligations(Outcome deciding) {
        var cited = new ArrayList<ObligationId>();
        rules.stream()
                .sorted(Comparator.comparing(rule -> rule.outcome() != deciding))
                .flatMap(rule -> rule.obligations().stream())
                .forEach(cited::add);
        cited.addAll(ways);
        cited.add(EVERY_DECISION_IS_KEPT);
        return cited.stream().distinct().toList();
    }

    /** What the rules want recorded, of which only what fits the outcome is owed. */
    Stream<Recorded> records() {
        return rules.stream().flatMap(rule -> rule.record().stream());
    }

    Stream<String> words() {
        return rules.stream()
                .map(rule -> rule.words() + " ("
                        + String.join(
                                ", ",
                                rule.obligations().stream()
                                        .map(ObligationId::value)
                                        .toList()) + ").");
    }
}
