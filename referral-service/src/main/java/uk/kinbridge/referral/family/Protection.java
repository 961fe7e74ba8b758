package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member whose whereabouts must not come to somebody's knowledge, whatever that somebody's role.
 *
 * @param fromMembers members of this record
 * @param fromPeople people who sign in here, by subject id or user name
 * @param fromAgencies agencies in which such a person works
 * @param lifted null while it is in force
 */
public record Protection(
        String id,
        String memberId,
        List<String> fromMembers,
        List<String> fromPeople,
        List<String> fromAgencies,
        String reason,
        Author by,
        Instant at,
        @Nullable Lifted lifted) {

    public Protection {
        fromMembers = List.copyOf(fromMembers);
        fromPeople = List.copyOf(fromPeople);
        fromAgencies = List.copyOf(fromAgencies);
    }

    /** Who ended it, and why. */
    public record Lifted(Author by, Instant at, String reason) {}

    public boolean isInForce() {
        return lifted == null;
    }

    Protection liftedBy(Author author, Instant when, String why) {
        return new Protection(
                id, memberId, fromMembers, fromPeople, fromAgencies, reason, by, at, new Lifted(author, when, why));
    }
}
