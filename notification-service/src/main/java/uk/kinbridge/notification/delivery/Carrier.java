package uk.kinbridge.notification.delivery;

/** A provider that brings something to its address; see ADR 0015 for what each of them can promise. */
public interface Carrier {

    /** What can be done when it is not known whether a provider has something. */
    enum Repetition {
        /** The receiver knows a repetition by its id and drops it: it is simply sent again. */
        RECOGNISED,
        /** The provider can be asked whether it has it. */
        CAN_BE_ASKED,
        /** Neither: the doubt is recorded, and a person decides. */
        UNKNOWN_TO_IT
    }

    /** What the provider knows of a delivery. */
    sealed interface Trace {
        /** It has it. */
        record Found(String providerId) implements Trace {}

        /** It does not have it. */
        record Absent() implements Trace {}

        /** It does not say. */
        record NotTold(String why) implements Trace {}
    }

    Repetition repetition();

    /** Hands it over; takes no longer than the provider's timeouts allow and throws for bugs only. */
    Answer handOver(Parcel parcel);

    /** Asks after a delivery; only of a carrier that can be asked. */
    default Trace trace(String deliveryId) {
        return new Trace.NotTold("this provider cannot be asked");
    }
}
