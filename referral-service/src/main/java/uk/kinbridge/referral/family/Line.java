package uk.kinbridge.referral.family;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a family record's history: nothing is changed without one.
 *
 * @param what in the manner of {@code member.added}
 * @param by null for what happened by itself
 * @param memberId whom it is about; null for the family
 * @param kind which fact was recorded; null for anything else
 * @param before what the record said of it until then
 */
public record Line(
        Instant at,
        String what,
        String words,
        @Nullable Author by,
        @Nullable String memberId,
        @Nullable FactKind kind,
        @Nullable Said before) {

    static Line of(Instant at, String what, String words, Author by) {
        return new Line(at, what, words, by, null, null, null);
    }

    /** Nobody did it: it follows from what was published. */
    static Line byItself(Instant at, String what, String words) {
        return new Line(at, what, words, null, null, null, null);
    }

    static Line about(Instant at, String what, String words, Author by, String memberId) {
        return new Line(at, what, words, by, memberId, null, null);
    }
}
