package uk.kinbridge.referral.family;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is known because somebody said so: it always carries who said it, who wrote it down, and when, since
 * what was true of a family in spring need not be so in autumn (SAL-17).
 *
 * @param value the answer; one of a closed list where the {@link FactKind} has one
 * @param details what belongs to it, such as how to reach the person who is named
 * @param saidBy in words: "the mother", "the school"
 * @param at when it was said, or said again
 */
public record Said(String value, @Nullable String details, String saidBy, Author recordedBy, Instant at) {

    /** The same, found to be still so. */
    Said confirmed(String by, Author author, Instant when) {
        return new Said(value, details, by, author, when);
    }
}
