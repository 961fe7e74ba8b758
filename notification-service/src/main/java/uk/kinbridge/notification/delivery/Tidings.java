package uk.kinbridge.notification.delivery;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.notification.notice.Urgency;
import uk.kinbridge.platform.reference.HumanReference;

/**
 * What may leave the suite about a notice. Mail and text pass through hands that we do not know, so there is no word in
 * here that a person has typed: a reference that we made, names of our own making, times.
 *
 * @param notice the notice's id, of which its link is made
 * @param about the kind of record, such as {@code referral}
 * @param reference what people call the record; null when that is not a reference of our making
 * @param answerBy when the notice counts as not received; null where no time runs
 * @param protocol the pack under which it was sent; null when unknown
 */
public record Tidings(
        String notice,
        Occasion occasion,
        Urgency urgency,
        String about,
        @Nullable String reference,
        String purpose,
        @Nullable String obligation,
        String agency,
        String role,
        @Nullable Instant answerBy,
        Instant at,
        @Nullable String protocol) {

    private static final Pattern NAME_OF_OURS = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final Pattern OBLIGATION = Pattern.compile("[A-Z][A-Z0-9]{1,5}-\\d{2,3}");
    private static final String SOMETHING = "notice";

    /** Whatever does not have the form of what we make ourselves is left out here, whoever sent it. */
    public Tidings {
        notice = plain(notice);
        about = plain(about);
        purpose = plain(purpose);
        agency = plain(agency);
        role = plain(role);
        reference = reference == null
                ? null
                : HumanReference.read(reference)
                        .map(HumanReference::value)
                        .filter(reference::equals)
                        .orElse(null);
        obligation = obligation != null && OBLIGATION.matcher(obligation).matches() ? obligation : null;
        protocol = protocol != null && NAME_OF_OURS.matcher(protocol).matches() ? protocol : null;
    }

    /** The same as the first of many at once. */
    Tidings ofMany() {
        return new Tidings(
                notice,
                Occasion.MANY_AT_ONCE,
                urgency,
                about,
                reference,
                purpose,
                obligation,
                agency,
                role,
                answerBy,
                at,
                protocol);
    }

    /** Where the recipient reads it after signing in; begins with a slash. */
    public String link() {
        return "/api/notifications/" + notice;
    }

    private static String plain(String text) {
        return NAME_OF_OURS.matcher(text).matches() ? text : SOMETHING;
    }
}
