package uk.kinbridge.referral.referral.web;

import java.util.List;
import uk.kinbridge.platform.web.link.Links;
import uk.kinbridge.protocols.pack.Route;

/**
 * A way that a protocol opens for a case, and why.
 *
 * @param pathways on which to refer; empty when the way is another one
 * @param steps all that is to be done, in words
 */
record RouteView(
        String id,
        String words,
        boolean immediate,
        boolean onlyWay,
        List<String> pathways,
        List<String> steps,
        List<String> obligations,
        Links _links) {

    /** One that may be taken by whoever sees it. */
    static RouteView of(Route route) {
        return of(route, true);
    }

    /** @param refers whether the caller's agency may refer on it; another one can only call */
    static RouteView of(Route route, boolean refers) {
        return new RouteView(
                route.id().value(),
                route.words(),
                route.immediate(),
                route.onlyWay(),
                route.take().stream()
                        .filter(Route.Take.Refer.class::isInstance)
                        .map(take -> ((Route.Take.Refer) take).pathway().value())
                        .toList(),
                route.take().stream().map(RouteView::step).toList(),
                route.obligations().stream().map(id -> id.value()).toList(),
                links(route, refers));
    }

    /** Both a child's and an adult's way begin from here, side by side (FAP-04, JWP-04). */
    private static Links links(Route route, boolean may) {
        boolean refers = may && route.take().stream().anyMatch(Route.Take.Refer.class::isInstance);
        boolean tells = route.take().stream()
                .anyMatch(take -> !(take instanceof Route.Take.Refer) && !(take instanceof Route.Take.KeepReviewing));
        return Links.self("/api/routes")
                .when(refers, "begin-referral", "POST", "/api/referral-drafts")
                .when(refers, "refer", "POST", "/api/referrals")
                .when(tells, "tell-or-discuss", "POST", "/api/families/{familyId}/contacts");
    }

    private static String step(Route.Take take) {
        return switch (take) {
            case Route.Take.Refer refer -> "refer: " + refer.pathway().value();
            case Route.Take.Discuss discuss -> "discuss: " + discuss.need().word();
            case Route.Take.Alert alert ->
                "alert: "
                        + String.join(
                                ", ",
                                alert.agencies().stream().map(a -> a.word()).toList());
            case Route.Take.Liaise liaise ->
                "tell: "
                        + String.join(
                                ", ",
                                liaise.people().stream().map(p -> p.word()).toList());
            case Route.Take.KeepReviewing keep -> "review: " + keep.clock().value();
        };
    }
}
