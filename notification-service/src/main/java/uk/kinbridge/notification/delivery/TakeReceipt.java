package uk.kinbridge.notification.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a provider tells of a delivery after it had it. */
public class TakeReceipt {

    private final Deliveries deliveries;

    public TakeReceipt(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /**
     * Once for each status, in whatever order they come.
     *
     * @param deliveryId the reference that we gave when it was handed over
     * @param name what the provider calls it
     * @param arrived whether it has arrived for good
     * @param failure why it never will; null when that is not said
     * @param at when it became so at the provider
     */
    public void take(
            String deliveryId, String status, boolean arrived, @Nullable String failure, String name, Instant at) {
        Revise.of(deliveries, deliveryId, delivery -> delivery.receipt(status, arrived, failure, name, at), at);
    }
}
