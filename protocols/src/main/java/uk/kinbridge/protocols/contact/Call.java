package uk.kinbridge.protocols.contact;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.Contact;

/**
 * The answer to "Whom do I call now?".
 *
 * @param steps the first one is the number to call now, the others are for when nobody answers
 * @param until when the answer may be another one; null when it never changes
 */
public record Call(List<Step> steps, @Nullable Instant until) {

    /**
     * One number to try.
     *
     * @param why this one, in words
     */
    public record Step(Contact contact, String why) {}
}
