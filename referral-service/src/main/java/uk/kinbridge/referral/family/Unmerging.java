package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Takes a merge back, so that everything is where it was, with what has been learned since. */
public final class Unmerging {

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
        var line =
                Line.of(now, "merge.undone", "The merge with " + merge.otherReference() + " was undone: " + reason, by);
        var left = kept.withPeople(without(kept.people(), m -> back.containsKey(m.id())).stream()
                        .map(m -> unfilled(m, merge))
                        .toList())
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
                .and(line);
        var again = other.withPeople(other.people().stream()
                        .map(m -> back.getOrDefault(m.id(), m))
                        .toList())
                .withRelationships(join(
                        without(other.relationships(), r -> isWithin(r, back)),
                        kept.relationships().stream()
                                .filter(r -> isWithin(r, back))
                                .toList()))
                .withProtections(protectionsGoingBack(kept, other, back))
                .mergedInto(null)
                .and(Line.of(now, "merge.undone", "This is a record of its own again: " + reason, by));
        return new Apart(left, again);
    }

    private static boolean isWithin(Relationship r, Map<String, Member> people) {
        return people.containsKey(r.from()) && people.containsKey(r.to());
    }

    /** A protection set or ended since must not get lost on the way back. */
    private static List<Protection> protectionsGoingBack(Family kept, Family other, Map<String, Member> back) {
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
                .filter(p -> back.containsKey(p.memberId()))
                .filter(p -> before.stream().noneMatch(b -> b.id().equals(p.id())))
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
