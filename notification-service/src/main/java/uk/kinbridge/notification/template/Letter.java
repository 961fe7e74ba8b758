package uk.kinbridge.notification.template;

/**
 * A finished mail or text. A text has no subject.
 *
 * @param language in which it turned out to be written, as a language tag
 */
public record Letter(String subject, String body, String language) {

    public static final Letter EMPTY = new Letter("", "", "");
}
