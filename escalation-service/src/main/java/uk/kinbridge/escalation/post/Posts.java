package uk.kinbridge.escalation.post;

import java.time.Instant;
import uk.kinbridge.protocols.pack.PersonRole;

/** The posts of all agencies, and the people in them. */
public interface Posts {

    /** Who holds that role of that agency at a moment. Never fails: without an answer it is {@link Holders.Unknown}. */
    Holders holding(String agency, PersonRole role, Instant at);

    /** Whether that person can act there at a moment. Never fails: without an answer it is {@link Presence.Unknown}. */
    default Presence presence(String agency, String person, Instant at) {
        return new Presence.Unknown();
    }

    /**
     * Whom an agency names as its link to another one (SAL-25): {@link Holders.Vacant} where it names nobody. Never
     * fails: without an answer it is {@link Holders.Unknown}.
     */
    default Holders linkedTo(String agency, String other, Instant at) {
        return new Holders.Unknown();
    }
}
