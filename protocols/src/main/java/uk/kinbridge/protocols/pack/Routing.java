package uk.kinbridge.protocols.pack;

import java.util.List;
import java.util.Set;

/**
 * The ways that a protocol opens for a case, and why.
 *
 * @param open may be chosen; when one of them is the only way, all of them are
 * @param closed would fit, but a more serious route leaves no choice
 */
public record Routing(List<Route> open, List<Route> closed) {

    public static Routing of(Pack pack, Set<Fact> facts) {
        List<Route> fitting = pack.practice().routes().stream()
                .filter(route -> route.when().holds(facts))
                .toList();
        List<Route> binding = fitting.stream().filter(Route::onlyWay).toList();
        return binding.isEmpty()
                ? new Routing(fitting, List.of())
                : new Routing(
                        binding,
                        fitting.stream().filter(route -> !route.onlyWay()).toList());
    }

    /**
     * Whether a referral on that pathway would be a lower way than the one that alone is open, whatever brought it up
     * (JWP-11, SAL-15). A pathway that is itself the only way in some situation is lower than none.
     */
    public boolean closes(PathwayId pathway, Pack pack) {
        return open.stream().anyMatch(Route::onlyWay)
                && pack.practice().routes().stream().noneMatch(route -> route.onlyWay() && route.leadsTo(pathway));
    }

    /** Whether something has to happen without waiting. */
    public boolean immediate() {
        return open.stream().anyMatch(Route::immediate);
    }
}
