package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The record of one whole family: the adults and the children that they care for or have contact with.
 *
 * @param agency the agency that registered it
 * @param children the answer to the question which children there are; "none" is an answer too
 * @param address where the family lives, in one line; null when not known
 */
public record Family(
        String id,
        String reference,
        String agency,
        String registeredBy,
        Instant registeredAt,
        List<Person> members,
        Children children,
        @Nullable String address) {

    public Family {
        members = List.copyOf(members);
    }

    /** Whether there are children: the question that nobody may leave open. */
    public enum Children {
        NAMED,
        NONE
    }

    /** The member of that id. */
    public Optional<Person> member(String personId) {
        return members.stream().filter(m -> m.id().equals(personId)).findFirst();
    }

    /** Children, born and unborn. */
    public List<Person> childMembers() {
        return members.stream().filter(m -> m.kind() != Person.Kind.ADULT).toList();
    }
}
