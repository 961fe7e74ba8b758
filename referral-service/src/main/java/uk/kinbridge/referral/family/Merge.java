package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two records found to be of one family: what came over from the other one, so that it can go back.
 *
 * @param undone null while the merge stands
 */
public record Merge(
        String id,
        String otherId,
        String otherReference,
        String reason,
        Author by,
        Instant at,
        List<Same> same,
        List<String> members,
        List<String> relationships,
        List<String> agencies,
        List<String> protections,
        List<Filled> filled,
        @Nullable Undone undone) {

    public Merge {
        same = List.copyOf(same);
        members = List.copyOf(members);
        relationships = List.copyOf(relationships);
        agencies = List.copyOf(agencies);
        protections = List.copyOf(protections);
        filled = List.copyOf(filled);
    }

    /**
     * One person who was on both records.
     *
     * @param kept the member that stays
     * @param other the member of the other record
     */
    public record Same(String kept, String other) {}

    /** A blank of a member that the other record filled. */
    public record Filled(String memberId, FactKind kind, Said said) {}

    /** Who took it back, and why. */
    public record Undone(Author by, Instant at, String reason) {}

    boolean stands() {
        return undone == null;
    }

    Merge undone(Author author, Instant when, String why) {
        return new Merge(
                id,
                otherId,
                otherReference,
                reason,
                by,
                at,
                same,
                members,
                relationships,
                agencies,
                protections,
                filled,
                new Undone(author, when, why));
    }
}
