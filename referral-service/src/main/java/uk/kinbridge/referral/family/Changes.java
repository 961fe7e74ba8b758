package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What people change on a family record. Each change leaves a line in its history; each refusal says why. */
public final class Changes {

    private Changes() {}

    /** How a change ends. */
    public sealed interface Outcome {
        /** The record after it. */
        record Changed(Family family) implements Outcome {}

        /** Nothing was changed. */
        record Refused(List<Reason> reasons) implements Outcome {
            static Refused because(String field, String why, @Nullable String obligation) {
                return new Refused(List.of(new Reason(field, why, obligation)));
            }
        }
    }

    /**
     * One more member. An adult comes with the answer which children they care for or have contact with (JWP-01).
     *
     * @param id of the new member; the same when the request is repeated, which then changes nothing
     */
    public static Outcome add(Family family, String id, Told told, Author by, Instant now) {
        if (family.known(id).isPresent()) {
            return new Outcome.Changed(family);
        }
        var reasons = new ArrayList<>(Checks.of(told, "", now));
        if (told.kind() == Person.Kind.ADULT && !told.facts().containsKey(FactKind.CHILDREN)) {
            reasons.add(new Reason(
                    "facts.children",
                    "Which children does this adult care for or have contact with? 'named' or 'none'.",
                    "JWP-01"));
        }
        if (!reasons.isEmpty()) {
            return new Outcome.Refused(List.copyOf(reasons));
        }
        var people = new ArrayList<>(family.people());
        people.add(told.asMember(id).withFacts(Registration.said(told.facts(), by, now)));
        return new Outcome.Changed(
                family.withPeople(people).and(Line.about(now, "member.added", "A member was added", by, id)));
    }

    /** The same for what is known otherwise; what is not spoken of stays. */
    public static Outcome correct(Family family, String memberId, Correction correction, Author by, Instant now) {
        return known(family, memberId, member -> correct(family, memberId, correction.of(member), by, now));
    }

    /**
     * Names, dates and NHS number of a member as they are now known; an unborn child is born like this (FAP-15), and a
     * child comes of age.
     */
    public static Outcome correct(Family family, String memberId, Told told, Author by, Instant now) {
        return known(family, memberId, member -> {
            var reasons = Checks.of(told, "", now);
            if (!reasons.isEmpty()) {
                return new Outcome.Refused(reasons);
            }
            var was = member.person();
            boolean born = was.kind() == Person.Kind.UNBORN && told.kind() == Person.Kind.CHILD;
            boolean ofAge = was.kind() == Person.Kind.CHILD && told.kind() == Person.Kind.ADULT;
            if (was.kind() != told.kind() && !born && !ofAge) {
                return Outcome.Refused.because(
                        "kind", "Only birth, and coming of age, change what a member is.", "FAP-15");
            }
            if (ofAge && !Checks.isOfAge(told.bornOn(), now)) {
                return Outcome.Refused.because(
                        "kind", "A child comes of age at 18, by the date of birth on record.", null);
            }
            var next = told.asMember(memberId).withFacts(member.facts());
            if (next.equals(member)) {
                return new Outcome.Changed(family);
            }
            var before = Correction.before(member, next);
            var words = before.isEmpty() ? "" : "; before: " + before;
            var changed = family.withPerson(memberId, _ -> next);
            if (ofAge) {
                return new Outcome.Changed(ofAge(
                        changed.and(Line.about(now, "member.came-of-age", "Came of age" + words, by, memberId)),
                        next,
                        by,
                        now));
            }
            return new Outcome.Changed(changed.and(
                    born
                            ? Line.about(now, "member.born", "The child was born", by, memberId)
                            : Line.about(
                                    now,
                                    "member.corrected",
                                    "Name, dates or NHS number were corrected" + words,
                                    by,
                                    memberId)));
        });
    }

    /** What is known of children only is no answer about an adult; it stays in the history (JWP-01). */
    private static Family ofAge(Family family, Member member, Author by, Instant now) {
        var next = family;
        for (var fact : member.facts().entrySet()) {
            var kind = fact.getKey();
            if (!kind.isOf(Person.Kind.ADULT)) {
                next = next.withPerson(member.id(), m -> m.without(kind))
                        .and(new Line(
                                now,
                                "fact.ended",
                                "No longer recorded: " + kind.word().replace('-', ' '),
                                by,
                                member.id(),
                                kind,
                                fact.getValue()));
            }
        }
        return next;
    }

    /** Something that is known of a member now, or known to be still so (SAL-17). */
    public static Outcome record(
            Family family, String memberId, FactKind kind, Telling telling, Author by, Instant now) {
        return known(family, memberId, member -> {
            var reasons = Checks.of(kind, telling, member.person().kind(), "value");
            if (!reasons.isEmpty()) {
                return new Outcome.Refused(reasons);
            }
            if (kind == FactKind.CHILDREN
                    && telling.value().equals("named")
                    && family.allChildren().isEmpty()) {
                return Outcome.Refused.because("value", "Name the children first: there are none on record.", "JWP-01");
            }
            var next = family.withPerson(memberId, m -> m.with(kind, Registration.said(telling, by, now)))
                    .and(line(kind, member.facts().get(kind), memberId, by, now));
            return new Outcome.Changed(
                    kind == FactKind.HOUSEHOLD && telling.value().equals("lives-here")
                            ? backHome(next, member, by, now)
                            : next);
        });
    }

    /** Whoever has come home lives nowhere else any more; where they lived stays in the history (HAC-08). */
    private static Family backHome(Family family, Member member, Author by, Instant now) {
        return member.fact(FactKind.RESIDENCE)
                .map(lived -> family.withPerson(member.id(), m -> m.without(FactKind.RESIDENCE))
                        .and(new Line(
                                now,
                                "fact.ended",
                                "No longer recorded: residence",
                                by,
                                member.id(),
                                FactKind.RESIDENCE,
                                lived)))
                .orElse(family);
    }

    /** Something that is known of the family as a whole. */
    public static Outcome record(Family family, FactKind kind, Telling telling, Author by, Instant now) {
        var reasons = kind.isOfFamily()
                ? Checks.answer(kind, telling, "value")
                : List.of(new Reason("fact", "This is known of a member, not of the family.", null));
        if (!reasons.isEmpty()) {
            return new Outcome.Refused(reasons);
        }
        var facts = new EnumMap<FactKind, Said>(FactKind.class);
        facts.putAll(family.facts());
        facts.put(kind, Registration.said(telling, by, now));
        return new Outcome.Changed(
                family.withFacts(facts).and(line(kind, family.facts().get(kind), null, by, now)));
    }

    private static Line line(FactKind kind, @Nullable Said before, @Nullable String memberId, Author by, Instant now) {
        return new Line(now, "fact.recorded", "Recorded: " + kind.word().replace('-', ' '), by, memberId, kind, before);
    }

    /** What one member is to another, and who cares for whom (JWP-05). */
    public static Outcome relate(Family family, Relationship tie, Author by, Instant now) {
        if (tie.from().equals(tie.to())
                || family.known(tie.from()).isEmpty()
                || family.known(tie.to()).isEmpty()) {
            return Outcome.Refused.because("to", "Name two different members of this family.", null);
        }
        var others = new ArrayList<>(family.relationships());
        var before = others.stream().filter(r -> r.id().equals(tie.id())).findFirst();
        before.ifPresent(others::remove);
        others.add(before.map(tie::after).orElse(tie));
        return new Outcome.Changed(family.withRelationships(others)
                .and(Line.about(now, "relationship.recorded", "A relationship was recorded", by, tie.from())));
    }

    /** All that the record says was gone through with the family and is still so (SAL-17). */
    public static Outcome checked(Family family, String saidBy, Author by, Instant now) {
        var people = family.people().stream()
                .map(m -> m.withFacts(confirmed(m.facts(), saidBy, by, now)))
                .toList();
        return new Outcome.Changed(family.withPeople(people)
                .withFacts(confirmed(family.facts(), saidBy, by, now))
                .and(Line.of(now, "information.checked", "The information was checked with " + saidBy, by)));
    }

    private static Map<FactKind, Said> confirmed(Map<FactKind, Said> facts, String saidBy, Author by, Instant now) {
        var next = new EnumMap<FactKind, Said>(FactKind.class);
        facts.forEach((kind, said) -> next.put(kind, said.confirmed(saidBy, by, now)));
        return next;
    }

    /** Another agency works with the family from now on, on that basis, and sees the record. */
    public static Outcome join(
            Family family, String agency, Involvement.LawfulBasis basis, String words, Author by, Instant now) {
        if (family.parties().contains(agency)) {
            return Outcome.Refused.because("agency", "This agency is involved already.", null);
        }
        var agencies = new ArrayList<>(family.agencies());
        agencies.add(new Involvement(agency, basis, words, by, now, null));
        return new Outcome.Changed(
                family.withAgencies(agencies).and(Line.of(now, "agency.joined", agency + " joined: " + words, by)));
    }

    /** An agency's work with the family has ended. The one that registered the record stays answerable for it. */
    public static Outcome leave(Family family, String agency, Author by, Instant now) {
        if (agency.equals(family.agency())) {
            return Outcome.Refused.because("agency", "The agency that registered the record keeps it.", null);
        }
        if (!family.parties().contains(agency)) {
            return Outcome.Refused.because("agency", "This agency is not involved.", null);
        }
        var agencies = family.agencies().stream()
                .map(i -> i.agency().equals(agency) && i.isActive() ? i.ended(now) : i)
                .toList();
        return new Outcome.Changed(
                family.withAgencies(agencies).and(Line.of(now, "agency.left", agency + " left", by)));
    }

    /**
     * An adult's case passes intake: not before it is known which children there are, what the adult is to each, and
     * who else must be worked with (JWP-01, JWP-05).
     *
     * @param open what the protocols of the caller's agency still ask about this adult before intake
     */
    public static Outcome passIntake(Family family, String memberId, List<OpenQuestion> open, Author by, Instant now) {
        return known(family, memberId, member -> {
            if (!member.isAdult()) {
                return Outcome.Refused.because("memberId", "Intake is of an adult's case.", "JWP-01");
            }
            if (member.fact(FactKind.CHILDREN).isEmpty()) {
                return Outcome.Refused.because(
                        "children", "Which children does this adult care for or have contact with?", "JWP-01");
            }
            if (!open.isEmpty()) {
                return new Outcome.Refused(open.stream()
                        .map(q ->
                                new Reason(q.about(), q.words(), q.obligations().getFirst()))
                        .toList());
            }
            return new Outcome.Changed(family.withPerson(
                            memberId, m -> m.with(FactKind.INTAKE, new Said("passed", null, by.name(), by, now)))
                    .and(Line.about(now, "intake.passed", "The case passed intake", by, memberId)));
        });
    }

    private static Outcome known(Family family, String memberId, Function<Member, Outcome> change) {
        return family.known(memberId)
                .map(change)
                .orElseGet(() -> Outcome.Refused.because("memberId", "The family has no such member.", null));
    }
}
