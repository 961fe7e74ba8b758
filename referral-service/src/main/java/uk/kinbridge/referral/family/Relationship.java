package uk.kinbridge.referral.family;

import java.time.Instant;

/**
 * What one member is to another, and who cares for whom (JWP-05). A child can be the one who cares.
 *
 * @param id of the pair
 * @param from who is something to the other, usually the adult
 * @param said who said so
 */
public record Relationship(
        String id,
        String from,
        String to,
        Kind kind,
        Care care,
        Contact contact,
        String said,
        Author recordedBy,
        Instant at) {

    /** What {@code from} is to {@code to}. */
    public enum Kind {
        PARENT,
        STEP_PARENT,
        GRANDPARENT,
        SIBLING,
        PARTNER,
        FORMER_PARTNER,
        FOSTER_CARER,
        OTHER_RELATIVE,
        OTHER
    }

    /** How much {@code from} cares for {@code to}. */
    public enum Care {
        /** Nobody has said: no "no" (JWP-01). */
        NOT_SAID,
        NONE,
        SOME,
        SHARED,
        SOLE
    }

    /** How they are in touch. */
    public enum Contact {
        /** Nobody has said: no "no" (JWP-01). */
        NOT_SAID,
        NONE,
        OCCASIONAL,
        REGULAR,
        LIVES_WITH
    }

    /** One for each pair: a second answer replaces the first. */
    static String idOf(String from, String to) {
        return from + ":" + to;
    }
}
