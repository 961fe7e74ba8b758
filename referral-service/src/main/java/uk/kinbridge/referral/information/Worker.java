package uk.kinbridge.referral.information;

import uk.kinbridge.platform.security.Caller;

/** Who recorded or decided something, for which agency, as the record keeps them. */
public record Worker(String person, String name, String agency) {

    public static Worker of(Caller caller) {
        return new Worker(caller.subject(), caller.name(), caller.agency());
    }
}
