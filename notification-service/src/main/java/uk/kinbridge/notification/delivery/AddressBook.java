package uk.kinbridge.notification.delivery;

/** Where an addressee is reached by a channel. */
public interface AddressBook {

    /** What is known of an address. */
    sealed interface Entry {
        /** There. */
        record At(String address) implements Entry {}

        /** Nowhere: there is no such address, and asking again would not give one. */
        record Nowhere(String why) implements Entry {}

        /** Whoever knows does not answer at the moment. */
        record NotToldNow(String why) implements Entry {}
    }

    Entry find(Channel channel, Addressee addressee);
}
