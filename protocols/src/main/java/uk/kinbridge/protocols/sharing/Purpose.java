package uk.kinbridge.protocols.sharing;

/** What information is shared for; consent is given for one purpose and not for another. */
public enum Purpose {
    CHILD_PROTECTION("the protection of a child"),
    CHILD_WELFARE("help for a child and the family"),
    ADULT_SAFEGUARDING("the protection of an adult"),
    ADULT_CARE("care and support for an adult"),
    TREATMENT("treatment"),
    /** The workers in contact with the family are told, instead of a referral (JWP-03, SAL-16, HAC-11). */
    LIAISON("liaison with those who work with the family"),
    JOINT_WORK("joint work under a plan of both services"),
    REVIEW("a review of the case");

    private final String spoken;

    Purpose(String spoken) {
        this.spoken = spoken;
    }

    /** For the middle of a sentence. */
    public String spoken() {
        return spoken;
    }
}
