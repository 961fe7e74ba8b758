package uk.kinbridge.referral.referral;

import java.util.List;
import java.util.Set;
import uk.kinbridge.protocols.pack.Condition;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.PathwayId;

/**
 * What a pathway says by itself. One that the protocol names for significant harm alone is such a referral, whether or
 * not its sender says so once more: a refusal never stops it (JWP-07, SAL-02, HAC-16).
 */
final class OnlyForHarm {

    private static final Set<Fact> HARM = Fact.hardForAChild();

    private OnlyForHarm() {}

    /** The words of the facts that a referral on that pathway states. */
    static List<String> facts(Pack pack, String pathway) {
        var leadingThere = pack.practice().routes().stream()
                .filter(route -> route.leadsTo(new PathwayId(pathway)))
                .toList();
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
