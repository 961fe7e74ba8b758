package uk.kinbridge.notification.template;

/** A finished mail or text. A text has no subject. */
public record Letter(String subject, String body) {

    public static final Letter EMPTY = new Letter("", "");
}
