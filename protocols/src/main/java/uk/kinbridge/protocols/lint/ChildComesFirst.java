package uk.kinbridge.protocols.lint;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.kinbridge.protocols.pack.AgencyRole;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Pathway;
import uk.kinbridge.protocols.pack.Route;

/**
 * Significant harm, delusional beliefs that involve the child, or a child in a suicide plan leave one way only, and at
 * once, whatever else is so; and whoever may take a lower way may take that one too (JWP-11, SAL-15). Of a protocol that
 * leads into Children's Social Care at all.
 */
final class ChildComesFirst implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        Pack whole = subject.whole();
        boolean leadsThere = whole.pathways().stream().anyMatch(ChildComesFirst::protects);
        if (subject.own().national() || !leadsThere) {
            return;
        }
        List<Route> first = whole.practice().routes().stream()
                .filter(route -> route.onlyWay() && route.immediate())
                .filter(route -> pathways(route, whole).anyMatch(ChildComesFirst::protects))
                .toList();
        Set<Fact> asked = EnumSet.noneOf(Fact.class);
        first.forEach(route -> asked.addAll(route.when().facts()));
        Fact.hardForAChild()
                .forEach(fact -> Company.of(fact, asked)
                        .filter(all ->
                                first.stream().noneMatch(route -> route.when().holds(all)))
                        .findFirst()
                        .ifPresent(all -> findings.add(
                                subject.own(),
                                "When %s, no route into childrens-social-care is both 'immediate' and the 'only-way'."
                                        .formatted(Company.spoken(all)))));
        everybodyMayTake(first, subject, findings);
    }

    /** Else somebody would be refused the lower way and could not take the other one. */
    private static void everybodyMayTake(List<Route> first, Subject subject, Findings findings) {
        Pack whole = subject.whole();
        Set<AgencyRole> may = EnumSet.of(AgencyRole.CHILDRENS_SOCIAL_CARE);
        first.stream()
                .flatMap(route -> pathways(route, whole))
                .filter(ChildComesFirst::protects)
                .forEach(pathway -> may.addAll(pathway.from()));
        subject.own()
                .pathways()
                .forEach(pathway -> pathway.from().stream()
                        .filter(role -> !first.isEmpty() && !may.contains(role))
                        .forEach(role -> findings.add(
                                pathway,
                                "'%s' may refer here, but not on the way that alone is open when a child is in danger."
                                        .formatted(role.word()))));
    }

    private static Stream<Pathway> pathways(Route route, Pack pack) {
        return route.referrals().flatMap(id -> pack.pathway(id).stream());
    }

    private static boolean protects(Pathway pathway) {
        return pathway.to().agency() == AgencyRole.CHILDRENS_SOCIAL_CARE;
    }
}
