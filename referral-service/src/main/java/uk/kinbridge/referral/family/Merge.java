package uk.kinbridge.referral.family;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two records found to be of one family: what came over from the other one, so that it can go back.
 *
 * @param identities under what else people who were on both are known to the other record
 * @param homes where the other record had the family live, if the kept one did not, and records before it
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
        List<Identity> identities,
        List<Said> homes,
        @Nullable Undone undone) {

    public Merge {
        same = List.copyOf(same);
        members = List.copyOf(members);
        relationships = List.copyOf(relationships);
        agencies = List.copyOf(agencies);
        protections = List.copyOf(protections);
        filled = List.copyOf(filled);
        // Merges that were kept before it was noted have none.
        identities = identities == null ? List.of() : List.copyOf(identities);
        homes = homes == null ? List.of() : List.copyOf(homes);
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

    /**
     * Who somebody is on the other record, as far as the kept one did not say so: names that they go by, and an NHS
     * number or a date of birth that fills a blank or says something else. They are found by it (HAC-08).
     */
    public record Identity(
            String memberId,
            List<Member.Name> names,
            @Nullable String nhsNumber,
            @Nullable LocalDate bornOn) {

        public Identity {
            names = List.copyOf(names);
        }

        boolean saysNothing() {
            return names.isEmpty() && nhsNumber == null && bornOn == null;
        }
    }

    /** Who took it back, and why. */
    public record Undone(Author by, Instant at, String reason) {}

    boolean stands() {
        return undone == null;
    }

    /** What the other record said of anybody goes back with it: here it would be read by those who must not know. */
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
                List.of(),
                List.of(),
                List.of(),
                new Undone(author, when, why));
    }

    /** The same with more that came over. */
    Merge and(Merge more) {
        return new Merge(
                id,
                otherId,
                otherReference,
                reason,
                by,
                at,
                same,
                join(members, more.members),
                join(relationships, more.relationships),
                join(agencies, more.agencies),
                join(protections, more.protections),
                join(filled, more.filled),
                join(identities, more.identities),
                join(homes, more.homes),
                undone);
    }

    private static <T> List<T> join(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }
}
