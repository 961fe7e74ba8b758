package uk.kinbridge.referral.access;

/** How the records of this service are named in the log of who looked at them. */
public final class Records {

    public static final String FAMILY = "family";
    public static final String REFERRAL = "referral";
    public static final String DOCUMENT = "document";
    public static final String DRAFT = "draft";
    public static final String DECISION = "sharing-decision";

    /** What the members of one family were asked about sharing; its id is that of the family. */
    public static final String CONSENTS = "consents";

    /** The concerns about one family and the pictures that they make; its id is that of the family. */
    public static final String CONCERNS = "concerns";

    /** One talk or alert. */
    public static final String CONTACT = "contact";

    /** That somebody is treated; its id is that of the treatment. */
    public static final String TREATMENT = "treatment";

    private Records() {}
}
