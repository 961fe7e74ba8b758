package uk.kinbridge.notification.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import uk.kinbridge.notification.delivery.Deliveries.Kept;

/** Decides on the present state of a delivery, and again on the next one when somebody has been faster. */
final class Revise {

    /** Each round is lost only to a change that has happened. */
    private static final int ROUNDS = 50;

    private Revise() {}

    /** What the delivery is afterwards, and what the command answered. */
    record Result(Kept kept, Delivery.Outcome outcome) {}

    /** @return empty when there is no such delivery */
    static Optional<Result> of(
            Deliveries deliveries, String id, Function<Delivery, Delivery.Outcome> command, Instant now) {
        for (int round = 0; round < ROUNDS; round++) {
            var present = deliveries.find(id).orElse(null);
            if (present == null) {
                return Optional.empty();
            }
            var outcome = command.apply(present.delivery());
            switch (outcome) {
                case Delivery.Outcome.Stands _ -> {
                    return Optional.of(new Result(present, outcome));
                }
                case Delivery.Outcome.Changed(var next) -> {
                    if (deliveries.save(present.version(), next, now)) {
                        return Optional.of(new Result(new Kept(next, present.version() + 1), outcome));
                    }
                }
            }
        }
        throw new IllegalStateException("somebody was faster " + ROUNDS + " times at delivery " + id);
    }
}
