package uk.kinbridge.escalation.record;

/** The records of the suite that a disagreement can be about. */
public interface Records {

    /** What the service that keeps a record says of it to the signed-in person. */
    enum Sight {
        /** They may read it: they have to do with it. */
        SEEN,
        /** It does not exist, or is not for them to know of. */
        NOT_SEEN,
        /** Nobody answers now. Nothing is refused for that. */
        UNKNOWN,
        /** It is no address of a record. */
        NO_RECORD
    }

    /**
     * Asks as the person whose request is handled, so that the keeper's own access rules decide.
     *
     * @param link the record's address at the gateway, such as {@code /api/referrals/…}
     */
    Sight of(String link);
}
