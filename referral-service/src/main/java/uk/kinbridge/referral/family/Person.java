package uk.kinbridge.referral.family;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member of a family.
 *
 * @param id unique within the family
 * @param bornOn null when not known, and for an unborn child
 * @param expectedOn when an unborn child is expected; null for everyone else
 */
public record Person(
        String id,
        Kind kind,
        String givenName,
        String familyName,
        @Nullable LocalDate bornOn,
        @Nullable LocalDate expectedOn) {

    /** What a member is in the family. */
    public enum Kind {
        ADULT,
        CHILD,
        UNBORN
    }
}
