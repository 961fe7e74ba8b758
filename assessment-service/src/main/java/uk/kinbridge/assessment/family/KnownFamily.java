package uk.kinbridge.assessment.family;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What this service needs of a family record, as one caller may see it.
 *
 * @param agencies those that work with the family now
 */
public record KnownFamily(
        String id, String reference, List<KnownMember> members, List<String> agencies, List<Shield> shields) {

    public KnownFamily {
        members = List.copyOf(members);
        agencies = List.copyOf(agencies);
        shields = List.copyOf(shields);
    }

    /**
     * A member, without the name: this service keeps none.
     *
     * @param kind ADULT, CHILD or UNBORN
     */
    public record KnownMember(
            String id, String kind, @Nullable LocalDate bornOn) {}

    /** The same as whoever keeps something under another record of the family speaks of it. */
    public KnownFamily under(String record, UnaryOperator<String> itsMember) {
        return new KnownFamily(
                record,
                reference,
                members.stream()
                        .map(m -> new KnownMember(itsMember.apply(m.id()), m.kind(), m.bornOn()))
                        .toList(),
                agencies,
                shields.stream().map(s -> s.of(itsMember)).toList());
    }

    public Optional<KnownMember> member(String memberId) {
        return members.stream().filter(m -> m.id().equals(memberId)).findFirst();
    }
}
