package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Clocked;
import uk.kinbridge.platform.clock.Clocks;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.protocols.pack.PackReference;

/**
 * The record of one whole family, used by both workforces: the adults and the children that they care for or have
 * contact with, born and unborn, and whoever else stays with them (HAC-08, HAC-09, FAP-15, DOR-14). How it changes is
 * in {@link Changes}.
 *
 * @param agency the agency that registered it
 * @param facts what is known of the family as a whole
 * @param agencies who works with it, on which basis; the registering agency is one of them
 * @param mergedInto the record that this one has become part of; null otherwise
 */
public record Family(
        String id,
        String reference,
        String agency,
        Author registeredBy,
        Instant registeredAt,
        List<Member> people,
        Map<FactKind, Said> facts,
        List<Relationship> relationships,
        List<Involvement> agencies,
        List<Protection> protections,
        List<Merge> merges,
        @Nullable String mergedInto,
        List<Clock> clocks,
        List<Line> history)
        implements Clocked {

    public Family {
        people = List.copyOf(people);
        facts = Map.copyOf(facts);
        relationships = List.copyOf(relationships);
        agencies = List.copyOf(agencies);
        protections = List.copyOf(protections);
        merges = List.copyOf(merges);
        clocks = List.copyOf(clocks);
        history = List.copyOf(history);
    }

    /** Whether there are children on record. */
    public enum Children {
        NAMED,
        NONE
    }

    public Children children() {
        return childMembers().isEmpty() ? Children.NONE : Children.NAMED;
    }

    /** Who they are, without what is known of them. */
    public List<Person> members() {
        return people.stream().map(Member::person).toList();
    }

    /** The member of that id. */
    public Optional<Person> member(String personId) {
        return known(personId).map(Member::person);
    }

    /** The member of that id with all that is known. */
    public Optional<Member> known(String memberId) {
        return people.stream().filter(m -> m.id().equals(memberId)).findFirst();
    }

    /** Children, born and unborn. */
    public List<Person> childMembers() {
        return children(people.stream()).map(Member::person).toList();
    }

    List<Member> adults() {
        return people.stream().filter(Member::isAdult).toList();
    }

    List<Member> allChildren() {
        return children(people.stream()).toList();
    }

    private static Stream<Member> children(Stream<Member> all) {
        return all.filter(m -> !m.isAdult());
    }

    /** Where the family lives; null when not known. */
    public @Nullable String address() {
        var home = facts.get(FactKind.HOME);
        return home == null ? null : home.value();
    }

    /** The agencies that may see the record. */
    public List<String> parties() {
        return Stream.concat(
                        Stream.of(agency),
                        agencies.stream().filter(Involvement::isActive).map(Involvement::agency))
                .distinct()
                .toList();
    }

    /** The ids under which cases may have been opened: its own, and those of records that have become part of it. */
    public List<String> allIds() {
        return Stream.concat(
                        Stream.of(id), merges.stream().filter(Merge::stands).map(Merge::otherId))
                .toList();
    }

    /** When time next matters. */
    public Optional<Instant> wakeAt() {
        return new Clocks(clocks).wakeAt();
    }

    /**
     * What is known has become stale: the worker who answers for the record is told, once (SAL-17), and it becomes the
     * concern of their manager (JWP-14).
     *
     * @param asking the protocol whose rule asks for the check; null where none does any more
     */
    Change<Family, FamilyEvent> elapse(Instant now, @Nullable PackReference asking) {
        var tick = new Clocks(clocks).elapse(now);
        var told = new ArrayList<FamilyEvent>();
        for (var elapsed : tick.elapsed()) {
            var clock = elapsed.clock();
            told.add(toWorker(
                    clock.kind() + "-" + clock.dueAt().toEpochMilli(),
                    "What is known of the children has not been checked for long; go through it again",
                    clock.obligations(),
                    asking,
                    now));
            if (asking != null) {
                told.add(new FamilyEvent.ClockBreached(id, reference, clock, others(), asking));
            }
        }
        return new Change<>(withClocks(tick.clocks().all()), told);
    }

    /** Tells the worker who answers for the record. */
    FamilyEvent toWorker(
            String purpose, String words, List<String> obligations, @Nullable PackReference asking, Instant at) {
        return new FamilyEvent.NoticeRequested(
                id,
                reference,
                purpose,
                agency,
                Role.PRACTITIONER.kebab(),
                registeredBy.person(),
                words + " (" + reference + ").",
                obligations,
                asking == null ? null : asking.id().value(),
                at);
    }

    /** Who else works with the family. */
    List<String> others() {
        return parties().stream().filter(party -> !party.equals(agency)).toList();
    }

    Optional<Relationship> between(String from, String to) {
        return relationships.stream()
                .filter(r -> r.from().equals(from) && r.to().equals(to))
                .findFirst();
    }

    /**
     * Where that member lives: an address of their own, or the family's where they live there or nothing else was said
     * (HAC-08). Empty where it is not known; the home of the others is no answer then.
     */
    Optional<Said> residence(Member member) {
        return member.fact(FactKind.RESIDENCE)
                .or(() -> member.fact(FactKind.HOUSEHOLD)
                                .filter(said -> !said.value().equals("lives-here"))
                                .isPresent()
                        ? Optional.empty()
                        : Optional.ofNullable(facts.get(FactKind.HOME)));
    }

    boolean isAtHome(Member member) {
        return !member.says(FactKind.HOUSEHOLD, "lives-elsewhere")
                && member.fact(FactKind.RESIDENCE).isEmpty();
    }

    Family withPeople(List<Member> next) {
        return with(next, facts, relationships, agencies, protections, merges, mergedInto, clocks, history);
    }

    Family withPerson(String memberId, UnaryOperator<Member> change) {
        return withPeople(people.stream()
                .map(m -> m.id().equals(memberId) ? change.apply(m) : m)
                .toList());
    }

    Family withFacts(Map<FactKind, Said> next) {
        return with(people, next, relationships, agencies, protections, merges, mergedInto, clocks, history);
    }

    Family withRelationships(List<Relationship> next) {
        return with(people, facts, next, agencies, protections, merges, mergedInto, clocks, history);
    }

    Family withAgencies(List<Involvement> next) {
        return with(people, facts, relationships, next, protections, merges, mergedInto, clocks, history);
    }

    Family withProtections(List<Protection> next) {
        return with(people, facts, relationships, agencies, next, merges, mergedInto, clocks, history);
    }

    Family withMerges(List<Merge> next) {
        return with(people, facts, relationships, agencies, protections, next, mergedInto, clocks, history);
    }

    Family mergedInto(@Nullable String other) {
        return with(people, facts, relationships, agencies, protections, merges, other, clocks, history);
    }

    Family withClocks(List<Clock> next) {
        return with(people, facts, relationships, agencies, protections, merges, mergedInto, next, history);
    }

    Family withHistory(List<Line> next) {
        return with(people, facts, relationships, agencies, protections, merges, mergedInto, clocks, next);
    }

    Family and(Line line) {
        var lines = new ArrayList<>(history);
        lines.add(line);
        return withHistory(lines);
    }

    private Family with(
            List<Member> nextPeople,
            Map<FactKind, Said> nextFacts,
            List<Relationship> nextRelationships,
            List<Involvement> nextAgencies,
            List<Protection> nextProtections,
            List<Merge> nextMerges,
            @Nullable String nextMergedInto,
            List<Clock> nextClocks,
            List<Line> nextHistory) {
        return new Family(
                id,
                reference,
                agency,
                registeredBy,
                registeredAt,
                nextPeople,
                nextFacts,
                nextRelationships,
                nextAgencies,
                nextProtections,
                nextMerges,
                nextMergedInto,
                nextClocks,
                nextHistory);
    }
}
