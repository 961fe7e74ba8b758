package uk.kinbridge.assessment.kept;

/** How the records of this service are named in the log of who looked at them. */
public final class Records {

    public static final String ASSESSMENT = "assessment";
    public static final String APPOINTMENTS = "appointments";
    public static final String SEARCH = "lost-to-contact";
    public static final String ENGAGEMENT = "engagement";

    private Records() {}
}
