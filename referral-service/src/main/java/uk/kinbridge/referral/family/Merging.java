package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes one record of two that are of one family. The other record stays as it is and points to the one that is kept;
 * what came over is noted, so that it can be undone ({@link Unmerging}).
 */
public final class Merging {

    private Merging() {}

    /**
     * The kept record with what the other one adds.
     *
     * @param same members who are on both
     */
    public static Changes.Outcome into(
            Family kept, Family other, String id, List<Merge.Same> same, String reason, Author by, Instant now) {
        if (kept.merges().stream().anyMatch(m -> m.id().equals(id))) {
            return new Changes.Outcome.Changed(kept);
        }
        var fault = fault(kept, other, same);
        if (!fault.isEmpty()) {
            return new Changes.Outcome.Refused(fault);
        }
        var renamed = same.stream().collect(Collectors.toMap(Merge.Same::other, Merge.Same::kept));
        var brought = other.people().stream()
                .filter(m -> !renamed.containsKey(m.id()))
                .toList();
        var ties = other.relationships().stream()
                .map(r -> moved(r, renamed))
                .filter(r -> kept.relationships().stream().noneMatch(k -> k.id().equals(r.id())))
                .toList();
        var agencies = joining(kept, other, by, now);
        var protections =
                other.protections().stream().map(p -> moved(p, renamed)).toList();
        var filled = same.stream().flatMap(pair -> filled(kept, other, pair)).toList();
        var merge = new Merge(
                id,
                other.id(),
                other.reference(),
                reason,
                by,
                now,
                same,
                ids(brought, Member::id),
                ids(ties, Relationship::id),
                ids(agencies, Involvement::agency),
                ids(protections, Protection::id),
                filled,
                null);
        return new Changes.Outcome.Changed(kept.withPeople(join(withFilled(kept.people(), filled), brought))
                .withRelationships(join(kept.relationships(), ties))
                .withAgencies(join(kept.agencies(), agencies))
                .withProtections(join(kept.protections(), protections))
                .withMerges(join(kept.merges(), List.of(merge)))
                .and(Line.of(now, "families.merged", other.reference() + " became part of this: " + reason, by)));
    }

    private static List<Reason> fault(Family kept, Family other, List<Merge.Same> same) {
        if (kept.id().equals(other.id()) || kept.mergedInto() != null || other.mergedInto() != null) {
            return List.of(new Reason("other", "Name another record that has not become part of one itself.", null));
        }
        for (var pair : same) {
            var one = kept.known(pair.kept());
            var two = other.known(pair.other());
            if (one.isEmpty() || two.isEmpty()) {
                return List.of(new Reason("same", "Name a member of each record.", null));
            }
            if (one.get().person().kind() != two.get().person().kind()) {
                return List.of(new Reason("same", "An adult and a child are not the same person.", null));
            }
        }
        boolean twice = same.stream().map(Merge.Same::kept).distinct().count() < same.size()
                || same.stream().map(Merge.Same::other).distinct().count() < same.size();
        return twice ? List.of(new Reason("same", "Each member is the same as one other at most.", null)) : List.of();
    }

    private static Stream<Merge.Filled> filled(Family kept, Family other, Merge.Same pair) {
        var facts = kept.known(pair.kept()).orElseThrow().facts();
        return other.known(pair.other()).orElseThrow().facts().entrySet().stream()
                .filter(e -> !facts.containsKey(e.getKey()))
                .map(e -> new Merge.Filled(pair.kept(), e.getKey(), e.getValue()));
    }

    private static List<Member> withFilled(List<Member> people, List<Merge.Filled> filled) {
        return people.stream()
                .map(m -> {
                    var next = m;
                    for (var fill : filled) {
                        next = fill.memberId().equals(m.id()) ? next.with(fill.kind(), fill.said()) : next;
                    }
                    return next;
                })
                .toList();
    }

    private static List<Involvement> joining(Family kept, Family other, Author by, Instant now) {
        return other.agencies().stream()
                .filter(i -> i.isActive() && !kept.parties().contains(i.agency()))
                .map(i -> new Involvement(i.agency(), i.basis(), i.words(), by, now, null))
                .toList();
    }

    private static Relationship moved(Relationship r, Map<String, String> renamed) {
        var from = renamed.getOrDefault(r.from(), r.from());
        var to = renamed.getOrDefault(r.to(), r.to());
        return new Relationship(
                Relationship.idOf(from, to),
                from,
                to,
                r.kind(),
                r.care(),
                r.contact(),
                r.said(),
                r.recordedBy(),
                r.at(),
                r.earlier().stream().map(one -> moved(one, renamed)).toList());
    }

    private static Protection moved(Protection p, Map<String, String> renamed) {
        return new Protection(
                p.id(),
                renamed.getOrDefault(p.memberId(), p.memberId()),
                p.fromMembers().stream().map(m -> renamed.getOrDefault(m, m)).toList(),
                p.fromPeople(),
                p.fromAgencies(),
                p.reason(),
                p.by(),
                p.at(),
                p.lifted());
    }

    private static <T> List<String> ids(List<T> all, Function<T, String> id) {
        return all.stream().map(id).toList();
    }

    private static <T> List<T> join(List<T> some, List<T> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
