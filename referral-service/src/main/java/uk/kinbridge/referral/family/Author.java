package uk.kinbridge.referral.family;

import uk.kinbridge.platform.security.Caller;

/** The person who recorded something, as the record keeps them. */
public record Author(String person, String name, String agency) {

    /** The signed-in person. */
    public static Author of(Caller caller) {
        return new Author(caller.subject(), caller.name(), caller.agency());
    }
}
