package uk.kinbridge.notification.delivery;

/**
 * Whom a delivery is for.
 *
 * @param id the subject of a person, or the id of an agency's registered system
 */
public record Addressee(Kind kind, String agency, String id) {

    /** A human being or a machine. */
    public enum Kind {
        PERSON,
        SYSTEM
    }

    public static Addressee person(String agency, String subject) {
        return new Addressee(Kind.PERSON, agency, subject);
    }

    public static Addressee system(String agency, String id) {
        return new Addressee(Kind.SYSTEM, agency, id);
    }
}
