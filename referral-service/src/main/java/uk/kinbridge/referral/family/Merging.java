package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
        var before = kept.merges().stream().filter(m -> m.id().equals(id)).findFirst();
        if (before.isPresent()) {
            return new Changes.Outcome.Changed(completed(kept, other, before.get()));
        }
        var fault = fault(kept, other, same, now);
        if (!fault.isEmpty()) {
            return new Changes.Outcome.Refused(fault);
        }
        var merge = new Merge(
                id,
                other.id(),
                other.reference(),
                reason,
                by,
                now,
                same,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
        return new Changes.Outcome.Changed(brought(kept.withMerges(join(kept.merges(), List.of(merge))), other, merge)
                .and(Line.of(now, "families.merged", other.reference() + " became part of this: " + reason, by)));
    }

    /**
     * The kept record with what the other one has learned after it was read for the merge and before it became part of
     * it, most of all protections. Nothing is brought twice.
     */
    static Family completed(Family kept, Family other, Merge merge) {
        return merge.stands() ? brought(kept, other, merge) : kept;
    }

    private static Family brought(Family kept, Family other, Merge merge) {
        var same = merge.same();
        var renamed = same.stream().collect(Collectors.toMap(Merge.Same::other, Merge.Same::kept));
        var people = other.people().stream()
                .filter(m -> !renamed.containsKey(m.id()) && kept.known(m.id()).isEmpty())
                .toList();
        var ties = other.relationships().stream()
                .map(r -> moved(r, renamed))
                .filter(r -> kept.relationships().stream().noneMatch(k -> k.id().equals(r.id())))
                .toList();
        var agencies = joining(kept, other, merge);
        var protections = other.protections().stream()
                .map(p -> p.renamed(m -> renamed.getOrDefault(m, m)))
                .filter(p -> kept.protections().stream().noneMatch(k -> k.id().equals(p.id())))
                .toList();
        var home = HomeComingOver.of(kept, other);
        var filled = Stream.concat(same.stream().flatMap(pair -> filled(kept, other, pair)), home.residences(people))
                .toList();
        var identities = Stream.concat(
                        same.stream().flatMap(pair -> identity(kept, other, pair, merge).stream()),
                        identitiesBefore(other, merge, renamed))
                .toList();
        var grown = kept.withPeople(withFilled(withIdentities(join(kept.people(), people), identities), filled))
                .withFacts(home.on(kept.facts()))
                .withRelationships(join(kept.relationships(), ties))
                .withAgencies(join(kept.agencies(), agencies))
                .withProtections(join(kept.protections(), protections));
        // One that was lifted since it came over stays lifted.
        var theirs = other.withProtections(other.protections().stream()
                .filter(p -> kept.protections().stream().noneMatch(k -> k.id().equals(p.id())))
                .toList());
        var withTheirs = StayingHidden.as(theirs, grown, m -> renamed.getOrDefault(m, m), _ -> true, _ -> true);
        var set = withTheirs.protections().stream()
                .filter(p -> kept.protections().stream().noneMatch(k -> k.id().equals(p.id())))
                .toList();
        // What the kept record has to set for its own people's sake stays, whatever becomes of the merge.
        var hidden = StayingHidden.as(kept, withTheirs, m -> m, _ -> true, _ -> true);
        var came = new Merge(
                merge.id(),
                merge.otherId(),
                merge.otherReference(),
                merge.reason(),
                merge.by(),
                merge.at(),
                same,
                ids(people, Member::id),
                ids(ties, Relationship::id),
                ids(agencies, Involvement::agency),
                ids(set, Protection::id),
                filled,
                identities,
                home.allOf(other),
                null);
        return hidden.withMerges(kept.merges().stream()
                .map(m -> m.id().equals(merge.id()) ? m.and(came) : m)
                .toList());
    }

    /** Under what else somebody is known there, unless an earlier look has brought it already. */
    private static Optional<Merge.Identity> identity(Family kept, Family other, Merge.Same pair, Merge merge) {
        var one = kept.known(pair.kept()).orElse(null);
        var two = other.known(pair.other()).orElse(null);
        if (one == null || two == null) {
            return Optional.empty();
        }
        var noted = merge.identities().stream()
                .filter(known -> known.memberId().equals(one.id()))
                .toList();
        var number = two.nhsNumber();
        var bornOn = two.person().bornOn();
        var identity = new Merge.Identity(
                one.id(),
                two.names().stream().filter(name -> !one.names().contains(name)).toList(),
                Objects.equals(one.nhsNumber(), number)
                                || noted.stream().anyMatch(known -> Objects.equals(known.nhsNumber(), number))
                        ? null
                        : number,
                Objects.equals(one.person().bornOn(), bornOn)
                                || noted.stream().anyMatch(known -> Objects.equals(known.bornOn(), bornOn))
                        ? null
                        : bornOn);
        return Optional.of(identity).filter(found -> !found.saysNothing());
    }

    /** Under what else they were known to records that had become part of the other one; their names are its own by now. */
    private static Stream<Merge.Identity> identitiesBefore(Family other, Merge merge, Map<String, String> renamed) {
        return other.merges().stream()
                .filter(Merge::stands)
                .flatMap(before -> before.identities().stream())
                .map(known -> new Merge.Identity(
                        renamed.getOrDefault(known.memberId(), known.memberId()),
                        List.of(),
                        known.nhsNumber(),
                        known.bornOn()))
                .filter(known -> !known.saysNothing() && !merge.identities().contains(known));
    }

    private static List<Member> withIdentities(List<Member> people, List<Merge.Identity> identities) {
        return people.stream()
                .map(m -> identities.stream()
                        .filter(identity -> identity.memberId().equals(m.id()))
                        .findFirst()
                        .map(identity -> knownAs(m, identity))
                        .orElse(m))
                .toList();
    }

    /** A blank is filled; where both records say something, the kept one's word stands. */
    private static Member knownAs(Member m, Merge.Identity identity) {
        var p = m.person();
        var bornOn = p.bornOn() == null ? identity.bornOn() : p.bornOn();
        return m.known(
                new Person(p.id(), p.kind(), p.givenName(), p.familyName(), bornOn, p.expectedOn()),
                join(m.alsoKnownAs(), identity.names()),
                m.nhsNumber() == null ? identity.nhsNumber() : m.nhsNumber());
    }

    private static List<Reason> fault(Family kept, Family other, List<Merge.Same> same, Instant now) {
        if (kept.id().equals(other.id()) || kept.mergedInto() != null || other.mergedInto() != null) {
            return List.of(new Reason("other", "Name another record that has not become part of one itself.", null));
        }
        for (var pair : same) {
            var one = kept.known(pair.kept());
            var two = other.known(pair.other());
            if (one.isEmpty() || two.isEmpty()) {
                return List.of(new Reason("same", "Name a member of each record.", null));
            }
            if (!mayBeSame(one.get().person(), two.get().person(), now)) {
                return List.of(new Reason(
                        "same",
                        "An adult and a child are not the same person, unless the child is 18 by its date of birth.",
                        null));
            }
        }
        boolean twice = same.stream().map(Merge.Same::kept).distinct().count() < same.size()
                || same.stream().map(Merge.Same::other).distinct().count() < same.size();
        return twice ? List.of(new Reason("same", "Each member is the same as one other at most.", null)) : List.of();
    }

    /** One record may still know somebody as a child who has come of age since. */
    private static boolean mayBeSame(Person one, Person two, Instant now) {
        if (one.kind() == two.kind()) {
            return true;
        }
        if (one.kind() == Person.Kind.UNBORN || two.kind() == Person.Kind.UNBORN) {
            return false;
        }
        var bornOn = one.kind() == Person.Kind.CHILD ? one.bornOn() : two.bornOn();
        return Checks.isOfAge(bornOn, now);
    }

    private static Stream<Merge.Filled> filled(Family kept, Family other, Merge.Same pair) {
        var known = kept.known(pair.kept());
        var facts = known.map(Member::facts).orElse(Map.of());
        return other.known(pair.other()).map(Member::facts).orElse(Map.of()).entrySet().stream()
                .filter(e -> !facts.containsKey(e.getKey()))
                .filter(e ->
                        known.filter(m -> e.getKey().isOf(m.person().kind())).isPresent())
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

    private static List<Involvement> joining(Family kept, Family other, Merge merge) {
        return other.agencies().stream()
                .filter(i -> i.isActive()
                        && !kept.parties().contains(i.agency())
                        && !merge.agencies().contains(i.agency()))
                .map(i -> new Involvement(i.agency(), i.basis(), i.words(), merge.by(), merge.at(), null))
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

    private static <T> List<String> ids(List<T> all, Function<T, String> id) {
        return all.stream().map(id).toList();
    }

    private static <T> List<T> join(List<T> some, List<T> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
