package uk.kinbridge.notification.delivery;

import java.time.Instant;
import java.util.function.Function;
import uk.kinbridge.notification.delivery.Deliveries.Kept;
import uk.kinbridge.notification.notice.Actor;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;

/** What an agency's administrator does about a delivery that cannot go on by itself. */
public class DecideDelivery {

    /** How it ends. */
    public sealed interface Outcome {
        /** As decided. */
        record Decided(Kept kept) implements Outcome {}

        /** It is not in a state for that. */
        record NotNow(Delivery.State state) implements Outcome {}

        /** Not for this caller to do, or to know of. */
        record Refused(AccessDecision.Refused why) implements Outcome {}
    }

    private final Deliveries deliveries;

    public DecideDelivery(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** Sends it again: what was given up or is in doubt. Its id stays, so a receiver that knows it drops the second. */
    public Outcome sendAgain(String id, Caller caller, Instant now) {
        return decide(id, caller, delivery -> delivery.sendAgain(Actor.of(caller), now), now);
    }

    /** Leaves what is in doubt as it is. */
    public Outcome leave(String id, Caller caller, Instant now) {
        return decide(id, caller, delivery -> delivery.leave(Actor.of(caller), now), now);
    }

    private Outcome decide(String id, Caller caller, Function<Delivery, Delivery.Outcome> command, Instant now) {
        var decision = deliveries
                .find(id)
                .map(kept -> DeliveryAccess.decide(caller, kept.delivery()))
                .orElseGet(AccessDecision::concealed);
        return switch (decision) {
            case AccessDecision.Refused refused -> new Outcome.Refused(refused);
            case AccessDecision.Granted() ->
                Revise.of(deliveries, id, command, now)
                        .<Outcome>map(result -> switch (result.outcome()) {
                            case Delivery.Outcome.Changed _ -> new Outcome.Decided(result.kept());
                            case Delivery.Outcome.Stands(var state) -> new Outcome.NotNow(state);
                        })
                        .orElseGet(() -> new Outcome.Refused(new AccessDecision.Concealed()));
        };
    }
}
