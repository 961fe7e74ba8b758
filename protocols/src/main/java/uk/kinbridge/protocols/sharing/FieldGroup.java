package uk.kinbridge.protocols.sharing;

/** What of a person's record goes together when it is shared or held back. */
public enum FieldGroup {
    IDENTITY("name and relationship"),
    BIRTH("date of birth, or when a child is expected"),
    WHEREABOUTS("address and how to reach them"),
    CONCERN("what the concern is"),
    HEALTH("health, treatment and substance use"),
    ASSESSMENT("assessments and documents"),
    INVOLVEMENT("which agencies work with them");

    private final String spoken;

    FieldGroup(String spoken) {
        this.spoken = spoken;
    }

    public String spoken() {
        return spoken;
    }
}
