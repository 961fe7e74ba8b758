package uk.kinbridge.referral.referral.web;

import java.util.List;
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
        List<String> obligations) {

    static RouteView of(Route route) {
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
                route.obligations().stream().map(id -> id.value()).toList());
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
