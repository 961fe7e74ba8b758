package uk.kinbridge.escalation.post;

import java.time.Instant;
import uk.kinbridge.protocols.pack.PersonRole;

/** The posts of all agencies. */
public interface Posts {

    /** Who holds that role of that agency at a moment. Never fails: without an answer it is {@link Holders.Unknown}. */
    Holders holding(String agency, PersonRole role, Instant at);
}
