package uk.kinbridge.notification.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import uk.kinbridge.notification.delivery.Deliveries.Kept;

/**
 * Hands over what is due. The intent is saved first; only who has saved it goes to the provider. So at any moment one
 * process at most is handing a delivery over, and what a dead one left behind is seen by its state.
 */
public class CarryDeliveries {

    private final Deliveries deliveries;
    private final AddressBook addresses;
    private final Map<Channel, Carrier> carriers;
    private final Map<Channel, Patience> patience;
    private final WriteLetter letters;
    private final InstantSource time;
    private final DoubleSupplier chance;
    private final Predicate<String> awaited;

    /**
     * @param awaited whether a notice, by its id, still waits to be acknowledged
     * @param carriers those of the channels that are on
     * @param chance gives numbers from 0 to 1, by which tries are spread
     */
    public CarryDeliveries(
            Deliveries deliveries,
            AddressBook addresses,
            Map<Channel, Carrier> carriers,
            Map<Channel, Patience> patience,
            WriteLetter letters,
            InstantSource time,
            DoubleSupplier chance,
            Predicate<String> awaited) {
        this.deliveries = deliveries;
        this.addresses = addresses;
        this.carriers = Map.copyOf(carriers);
        this.patience = Map.copyOf(patience);
        this.letters = letters;
        this.time = time;
        this.chance = chance;
        this.awaited = awaited;
    }

    /**
     * Takes the one that has been due longest as far as it goes.
     *
     * @return false when nothing was due on this channel, or the channel is off
     */
    public boolean carryNext(Channel channel) {
        var carrier = carriers.get(channel);
        var plan = patience.get(channel);
        if (carrier == null || plan == null) {
            return false;
        }
        var claimed = deliveries.claimDue(channel, time.instant(), plan.lease());
        claimed.ifPresent(kept -> {
            switch (kept.delivery().state()) {
                case WAITING -> handOver(kept, carrier, plan);
                case HANDING_OVER -> clearUp(kept, carrier, plan);
                case HANDED_OVER, ARRIVED, IN_DOUBT, DEAD, DROPPED -> {}
            }
        });
        return claimed.isPresent();
    }

    private void handOver(Kept kept, Carrier carrier, Patience plan) {
        var now = time.instant();
        var needed = stillNeeded(kept.delivery(), now);
        if (needed.state() == Delivery.State.DROPPED) {
            deliveries.save(kept.version(), needed, now);
            return;
        }
        if (!(needed.begin(now, plan.lease()) instanceof Delivery.Outcome.Changed(var begun))
                || !deliveries.save(kept.version(), begun, now)) {
            return;
        }
        var answer = switch (addresses.find(begun.channel(), begun.to())) {
            case AddressBook.Entry.Nowhere(var why) -> new Answer.Refused(why);
            case AddressBook.Entry.NotToldNow(var why) -> Answer.NotNow.thisOne(why);
            case AddressBook.Entry.At(var address) ->
                carrier.handOver(new Parcel(begun.id(), begun.to(), address, letters.of(begun), begun.tidings(), now));
        };
        var after = time.instant();
        Revise.of(
                deliveries,
                begun.id(),
                present -> present.end(answer, carrier.repetition(), plan, chance.getAsDouble(), after),
                after);
    }

    /** Without what was acknowledged while it waited. A system is told everything; a person needs no mail for what is done. */
    private Delivery stillNeeded(Delivery delivery, Instant now) {
        var left = delivery;
        if (delivery.channel() != Channel.WEBHOOK) {
            for (var tidings : delivery.tidings()) {
                if (!awaited.test(tidings.notice())
                        && left.withdraw(tidings.notice(), now) instanceof Delivery.Outcome.Changed(var next)) {
                    left = next;
                }
            }
        }
        return left;
    }

    private void clearUp(Kept kept, Carrier carrier, Patience plan) {
        var now = time.instant();
        var outcome = switch (carrier.repetition()) {
            case CAN_BE_ASKED ->
                kept.delivery().traced(carrier.trace(kept.delivery().id()), plan, chance.getAsDouble(), now);
            case RECOGNISED, UNKNOWN_TO_IT ->
                kept.delivery().brokenOff(carrier.repetition(), plan, chance.getAsDouble(), now);
        };
        if (outcome instanceof Delivery.Outcome.Changed(var next)) {
            deliveries.save(kept.version(), next, now);
        }
    }
}
