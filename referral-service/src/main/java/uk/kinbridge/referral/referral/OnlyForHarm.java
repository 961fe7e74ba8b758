package uk.kinbridge.referral.referral;

import java.util.List;
import java.util.Set;
import uk.kinbridge.protocols.pack.Condition;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.PathwayId;
import uk.kinbridge.protocols.pack.Route;
import uk.kinbridge.referral.information.SharingStatement;

/**
 * What a pathway says by itself. One that the protocol names for significant harm alone is such a referral, whether or
 * not its sender says so once more: a refusal never stops it (JWP-07, SAL-02, HAC-16).
 */
final class OnlyForHarm {

    private static final Set<Fact> HARM = Fact.hardForAChild();

    private OnlyForHarm() {}

    /**
     * Whether the protocol names that pathway for significant harm and for lesser concerns, so that only its sender knows
     * for which it is used, and they have not said.
     */
    static boolean leavesLevelOpen(Pack pack, String pathway, SharingStatement stated) {
        var leadingThere = leadingTo(pack, pathway);
        return !stated.saysHowWorried()
                && leadingThere.stream().anyMatch(route -> needsHarm(route.when()))
                && !leadingThere.stream().allMatch(route -> needsHarm(route.when()));
    }

    /** Under which obligations harm leads there. */
    static List<String> obligations(Pack pack, String pathway) {
        return leadingTo(pack, pathway).stream()
                .filter(route -> needsHarm(route.when()))
                .flatMap(route -> Rules.ids(route.obligations()).stream())
                .distinct()
                .toList();
    }

    private static List<Route> leadingTo(Pack pack, String pathway) {
        return pack.practice().routes().stream()
                .filter(route -> route.leadsTo(new PathwayId(pathway)))
                .toList();
    }

    /** The words of the facts that a referral on that pathway states. */
    static List<String> facts(Pack pack, String pathway) {
        var leadingThere = leadingTo(pack, pathway);
        boolean forHarm = !leadingThere.isEmpty() && leadingThere.stream().allMatch(route -> needsHarm(route.when()));
        return forHarm ? List.of(Fact.CHILD_AT_RISK_OF_SIGNIFICANT_HARM.word()) : List.of();
    }

    /** Whether it cannot hold without one of them. */
    private static boolean needsHarm(Condition when) {
        return switch (when) {
            case Condition.Holds(Fact fact) -> HARM.contains(fact);
            case Condition.AllOf(List<Condition> all) -> all.stream().anyMatch(OnlyForHarm::needsHarm);
            case Condition.AnyOf(List<Condition> any) ->
                !any.isEmpty() && any.stream().allMatch(OnlyForHarm::needsHarm);
            case Condition.Not(Condition _) -> false;
        };
    }
}
