package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
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

    /** Whether whoever must not know by the other one must not know by this one. */
    boolean coversThoseOf(Protection other) {
        return fromMembers.containsAll(other.fromMembers)
                && fromPeople.containsAll(other.fromPeople)
                && fromAgencies.containsAll(other.fromAgencies);
    }

    /** The same with other ids of the members. */
    Protection renamed(UnaryOperator<String> names) {
        return about(id, names.apply(memberId), fromMembers.stream().map(names).toList());
    }

    /** The same for somebody who must not be found either, or the protected one could be. */
    Protection alsoFor(String other) {
        return about(id + "/" + other, other, fromMembers);
    }

    private Protection about(String otherId, String member, List<String> members) {
        return new Protection(otherId, member, members, fromPeople, fromAgencies, reason, by, at, lifted);
    }

    Protection liftedBy(Author author, Instant when, String why) {
        return new Protection(
                id, memberId, fromMembers, fromPeople, fromAgencies, reason, by, at, new Lifted(author, when, why));
    }
}
