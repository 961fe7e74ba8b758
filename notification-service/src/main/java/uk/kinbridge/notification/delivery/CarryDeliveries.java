package uk.kinbridge.notification.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import uk.kinbridge.notification.delivery.Deliveries.Kept;

/**
 * Hands over what is due. The intent is saved first; only who has saved it goes to the provider. So at any moment one
 * process at most is handing a delivery over, and what a dead one left behind is seen by its state.
 */
public class CarryDeliveries {

    /** So few are claimed at once: who is slow with one must not keep many waiting. */
    private static final int FEW = 8;

    private final Deliveries deliveries;
    private final AddressBook addresses;
    private final Map<Channel, Carrier> carriers;
    private final Map<Channel, Patience> patience;
    private final WriteLetter letters;
    private final InstantSource time;
    private final DoubleSupplier chance;
    private final UnaryOperator<Set<String>> acknowledged;
    private final Quiet quiet;

    /**
     * @param acknowledged those of some notices, by their ids, that nobody has to acknowledge any more
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
            UnaryOperator<Set<String>> acknowledged,
            Quiet quiet) {
        this.deliveries = deliveries;
        this.addresses = addresses;
        this.carriers = Map.copyOf(carriers);
        this.patience = Map.copyOf(patience);
        this.letters = letters;
        this.time = time;
        this.chance = chance;
        this.acknowledged = acknowledged;
        this.quiet = quiet;
    }

    /**
     * Takes those few that have been due longest as far as they go, one after the other. Each is written down as about
     * to be handed over only when it is its turn: if the process dies, the others of the few are in no doubt.
     *
     * @param found is told that something was due before any of it is handed over, since a provider may take its time
     * @return false when nothing was due on this channel, or the channel is off
     */
    public boolean carryNext(Channel channel, Runnable found) {
        var carrier = carriers.get(channel);
        var plan = patience.get(channel);
        if (carrier == null || plan == null) {
            return false;
        }
        var claimed = deliveries.claimDue(channel, time.instant(), plan.lease(), FEW);
        if (claimed.isEmpty()) {
            return false;
        }
        found.run();
        var settled = settled(channel, claimed);
        for (var kept : claimed) {
            switch (kept.delivery().state()) {
                case WAITING -> handOver(kept, settled, carrier, plan);
                case HANDING_OVER -> clearUp(kept, carrier, plan);
                case HANDED_OVER, ARRIVED, IN_DOUBT, DEAD, DROPPED -> {}
            }
        }
        return true;
    }

    /** The notices of those deliveries that nobody waits for any more. A system is told everything. */
    private Set<String> settled(Channel channel, List<Kept> claimed) {
        var notices = claimed.stream()
                .flatMap(kept -> kept.delivery().tidings().stream())
                .map(Tidings::notice)
                .collect(Collectors.toSet());
        return channel == Channel.WEBHOOK || notices.isEmpty() ? Set.of() : acknowledged.apply(notices);
    }

    private void handOver(Kept kept, Set<String> settled, Carrier carrier, Patience plan) {
        var now = time.instant();
        var needed = stillNeeded(kept.delivery(), settled, now);
        if (needed.state() == Delivery.State.DROPPED) {
            deliveries.save(kept.version(), needed, now);
            return;
        }
        var until = quiet.endFor(needed, now);
        if (until.isAfter(now)) {
            if (needed.putOff(until) instanceof Delivery.Outcome.Changed(var later)) {
                deliveries.save(kept.version(), later, now);
            }
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
        record(new Kept(begun, kept.version() + 1), answer, carrier, plan);
    }

    /** Nearly always nobody else has touched it meanwhile; a receipt of the provider may have been faster. */
    private void record(Kept begun, Answer answer, Carrier carrier, Patience plan) {
        var now = time.instant();
        Function<Delivery, Delivery.Outcome> end =
                present -> present.end(answer, carrier.repetition(), plan, chance.getAsDouble(), now);
        if (!(end.apply(begun.delivery()) instanceof Delivery.Outcome.Changed(var ended))
                || !deliveries.save(begun.version(), ended, now)) {
            Revise.of(deliveries, begun.delivery().id(), end, now);
        }
    }

    /** Without what was acknowledged while it waited: a person needs no mail for what is done. One of many is not all. */
    private static Delivery stillNeeded(Delivery delivery, Set<String> settled, Instant now) {
        var left = delivery;
        for (var tidings : delivery.tidings()) {
            if (tidings.occasion() != Occasion.MANY_AT_ONCE
                    && settled.contains(tidings.notice())
                    && left.withdraw(tidings.notice(), now) instanceof Delivery.Outcome.Changed(var next)) {
                left = next;
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
