package uk.kinbridge.referral.family;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a protocol wants on record and that nobody has said yet.
 *
 * @param asks the protocol's word for it
 * @param about a member's id, or {@code family}
 * @param words the protocol's sentence
 * @param before the step that is not possible until it is answered; null when nothing waits for it
 */
public record OpenQuestion(
        String protocol,
        String asks,
        String about,
        String words,
        List<String> obligations,
        @Nullable String before) {

    static final String FAMILY = "family";
}
