package uk.kinbridge.assessment.assessment;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.assessing.Situation;
import uk.kinbridge.protocols.pack.Fact;

/**
 * What the family's record last said: who belongs to it, what is so, who works with it. It is kept in the assessment, so
 * that an assessment goes on while the family's record cannot be asked.
 *
 * @param parties the agencies that work with the family
 * @param facts what is so, in the words of the packs' closed vocabulary; what a worker stated counts until it is asked
 * @param asOf when the record said so; null when it has not been asked yet
 */
public record KnownFamily(
        String id,
        @Nullable String reference,
        List<Member> members,
        List<String> facts,
        List<String> parties,
        @Nullable Instant asOf) {

    public KnownFamily {
        members = List.copyOf(members);
        facts = List.copyOf(facts);
        parties = List.copyOf(parties);
    }

    /** A member; the name is only what people call them by. */
    public record Member(String id, Kind kind, String name) {}

    /** What a member is. */
    public enum Kind {
        ADULT,
        CHILD,
        UNBORN
    }

    /** Before the record could be asked: what the worker says counts. */
    static KnownFamily stated(String id, List<String> facts) {
        return new KnownFamily(id, null, List.of(), facts, List.of(), null);
    }

    /** The same as whoever keeps something under another record of the family speaks of it. */
    public KnownFamily under(String record, UnaryOperator<String> itsMember) {
        return new KnownFamily(
                record,
                reference,
                members.stream()
                        .map(m -> new Member(itsMember.apply(m.id()), m.kind(), m.name()))
                        .toList(),
                facts,
                parties,
                asOf);
    }

    /** Whether the record has been asked at least once. */
    public boolean isKnown() {
        return asOf != null;
    }

    public Optional<Member> member(String memberId) {
        return members.stream().filter(m -> m.id().equals(memberId)).findFirst();
    }

    /** What the rules of the forms have to know of it. */
    public Situation situation() {
        return new Situation(factsOf(facts), ids(Kind.CHILD), ids(Kind.ADULT));
    }

    private List<String> ids(Kind kind) {
        return members.stream().filter(m -> m.kind() == kind).map(Member::id).toList();
    }

    /** Words that a later version has dropped say nothing any more. */
    static Set<Fact> factsOf(List<String> words) {
        var facts = EnumSet.noneOf(Fact.class);
        for (var fact : Fact.values()) {
            if (words.contains(fact.word())) {
                facts.add(fact);
            }
        }
        return facts;
    }
}
