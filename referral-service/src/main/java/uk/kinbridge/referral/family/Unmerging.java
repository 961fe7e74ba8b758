package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Takes a merge back, so that everything is where it was, with what has been learned since. */
public final class Unmerging {

    static final String UNDONE = "merge.undone";

    /** What the history of a record says that has left another, before the reason. */
    static final String AGAIN = "This is a record of its own again: ";

    private Unmerging() {}

    /** Both records after a merge was taken back. */
    public record Apart(Family kept, Family other) {}

    /**
     * Takes a merge back. Members who came over go back as they are known now; blanks that were filled are blank again
     * unless somebody has said something else since.
     */
    public static Apart apart(Family kept, Family other, Merge merge, String reason, Author by, Instant now) {
        var back = kept.people().stream()
                .filter(m -> merge.members().contains(m.id()))
                .collect(Collectors.toMap(Member::id, Function.identity()));
        var line = Line.of(now, UNDONE, "The merge with " + merge.otherReference() + " was undone: " + reason, by);
        // What was recorded of them in between tells what was known before: it goes where they go.
        Predicate<Line> ofTheirs = l -> l.memberId() != null && back.containsKey(l.memberId());
        var left = kept.withPeople(without(kept.people(), m -> back.containsKey(m.id())).stream()
                        .map(m -> unfilled(m, merge))
                        .map(m -> saidSince(kept, m, merge) ? m : asBefore(m, List.of(merge)))
                        .toList())
                .withFacts(withoutHome(kept.facts(), merge))
                .withRelationships(without(
                        kept.relationships(),
                        r -> merge.relationships().contains(r.id())
                                || back.containsKey(r.from())
                                || back.containsKey(r.to())))
                .withAgencies(without(
                        kept.agencies(),
                        i -> merge.agencies().contains(i.agency()) && i.since().equals(merge.at())))
                .withProtections(without(
                        kept.protections(),
                        p -> merge.protections().contains(p.id()) || back.containsKey(p.memberId())))
                .withMerges(kept.merges().stream()
                        .map(m -> m.id().equals(merge.id()) ? m.undone(by, now, reason) : m)
                        .toList())
                .withHistory(without(kept.history(), ofTheirs))
                .and(line);
        var again = other.withPeople(other.people().stream()
                        .map(m -> Optional.ofNullable(back.get(m.id()))
                                .map(known -> unfilled(known, merge))
                                .orElse(m))
                        .toList())
                .withRelationships(join(
                        without(other.relationships(), r -> isWithin(r, back)),
                        kept.relationships().stream()
                                .filter(r -> isWithin(r, back))
                                .toList()))
                .withProtections(protectionsGoingBack(kept, other, merge, back))
                .mergedInto(null)
                .withHistory(join(
                        other.history(),
                        kept.history().stream().filter(ofTheirs).toList()))
                .and(Line.of(now, UNDONE, AGAIN + reason, by));
        return new Apart(
                StayingHidden.as(kept, left, m -> m, learned(left, merge), lasting(left)),
                StayingHidden.as(kept, again, m -> onOther(merge, m), isNews(other), lasting(again)));
    }

    /**
     * A later merge on which this one's people rest: somebody who came with it was found to be on a third record too, and
     * would be missing here without it.
     */
    public static Optional<Merge> restingOn(Family kept, Merge merge) {
        return kept.merges().stream()
                .filter(later -> later.stands() && !later.id().equals(merge.id()))
                .filter(later ->
                        later.same().stream().anyMatch(pair -> merge.members().contains(pair.kept())))
                .findFirst();
    }

    /** What came with a merge leaves with it. */
    private static Predicate<Protection> lasting(Family record) {
        var leaving = record.merges().stream()
                .filter(Merge::stands)
                .flatMap(merge -> merge.protections().stream())
                .collect(Collectors.toSet());
        return protection -> !leaving.contains(protection.id());
    }

    /** Of whom it takes something home that its record did not say before and that could lead to them. */
    private static Predicate<Member> isNews(Family before) {
        return m -> m.facts().entrySet().stream()
                .anyMatch(e -> e.getKey().isWhereabouts()
                        && !before.known(m.id())
                                .flatMap(known -> known.fact(e.getKey()))
                                .equals(Optional.of(e.getValue())));
    }

    private static String onOther(Merge merge, String member) {
        return merge.same().stream()
                .filter(pair -> pair.kept().equals(member))
                .map(Merge.Same::other)
                .findFirst()
                .orElse(member);
    }

    /** Of whom the record says something since the merge that could lead to them. */
    private static Predicate<Member> learned(Family record, Merge merge) {
        var home = record.facts().get(FactKind.HOME);
        return m -> (home != null && isSince(home, merge) && record.isAtHome(m))
                || m.facts().entrySet().stream()
                        .anyMatch(e -> e.getKey().isWhereabouts() && isSince(e.getValue(), merge));
    }

    private static boolean isSince(Said said, Merge merge) {
        return !said.at().isBefore(merge.at());
    }

    /** Somebody has gone through names, dates and number since: what they say stands. */
    private static boolean saidSince(Family kept, Member member, Merge merge) {
        return kept.history().stream()
                .anyMatch(line -> line.what().equals("member.corrected")
                        && member.id().equals(line.memberId())
                        && !line.at().isBefore(merge.at()));
    }

    /** A member without what other records say of who they are. */
    static Member asBefore(Member member, List<Merge> merges) {
        var identities = merges.stream()
                .flatMap(merge -> merge.identities().stream())
                .filter(identity -> identity.memberId().equals(member.id()))
                .toList();
        if (identities.isEmpty()) {
            return member;
        }
        var p = member.person();
        boolean born = identities.stream().anyMatch(i -> Objects.equals(i.bornOn(), p.bornOn()));
        boolean number = identities.stream().anyMatch(i -> Objects.equals(i.nhsNumber(), member.nhsNumber()));
        return member.known(
                born ? new Person(p.id(), p.kind(), p.givenName(), p.familyName(), null, p.expectedOn()) : p,
                without(
                        member.alsoKnownAs(),
                        name -> identities.stream().anyMatch(i -> i.names().contains(name))),
                number ? null : member.nhsNumber());
    }

    private static Map<FactKind, Said> withoutHome(Map<FactKind, Said> facts, Merge merge) {
        var home = facts.get(FactKind.HOME);
        if (home == null || !merge.homes().contains(home)) {
            return facts;
        }
        var rest = new EnumMap<FactKind, Said>(facts);
        rest.remove(FactKind.HOME);
        return rest;
    }

    private static boolean isWithin(Relationship r, Map<String, Member> people) {
        return people.containsKey(r.from()) && people.containsKey(r.to());
    }

    /**
     * A protection set or ended since must not get lost on the way back. One that was set for somebody who was on both
     * records holds on both: nobody knows which of the two was meant.
     */
    private static List<Protection> protectionsGoingBack(
            Family kept, Family other, Merge merge, Map<String, Member> back) {
        var known = kept.protections().stream()
                .collect(Collectors.toMap(Protection::id, Function.identity(), (one, _) -> one));
        var before = other.protections().stream()
                .map(p -> {
                    var now = known.get(p.id());
                    var lifted = now == null ? null : now.lifted();
                    return lifted == null ? p : p.liftedBy(lifted.by(), lifted.at(), lifted.reason());
                })
                .toList();
        var since = kept.protections().stream()
                .filter(p -> !merge.protections().contains(p.id()))
                .filter(p -> back.containsKey(p.memberId())
                        || (!onOther(merge, p.memberId()).equals(p.memberId()) && !p.at().isBefore(merge.at())))
                .map(p -> {
                    var theirs = p.renamed(m -> onOther(merge, m));
                    // It is one of its own where it stays on the kept record too.
                    return back.containsKey(p.memberId()) ? theirs : theirs.alsoFor(theirs.memberId());
                })
                .toList();
        return join(before, since);
    }

    private static Member unfilled(Member member, Merge merge) {
        var facts = new EnumMap<FactKind, Said>(FactKind.class);
        member.facts().forEach((kind, said) -> {
            if (!merge.filled().contains(new Merge.Filled(member.id(), kind, said))) {
                facts.put(kind, said);
            }
        });
        return member.withFacts(facts);
    }

    private static <T> List<T> join(List<T> some, List<T> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static <T> List<T> without(List<T> all, Predicate<T> gone) {
        return all.stream().filter(gone.negate()).toList();
    }
}
