package uk.kinbridge.assessment.assessment.feign;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.kinbridge.assessment.assessment.KnownFamily;
import uk.kinbridge.assessment.assessment.KnownFamily.Kind;
import uk.kinbridge.assessment.assessment.KnownFamily.Member;
import uk.kinbridge.protocols.pack.Fact;

/** Reads a family's record for one of its members: who they are, and what is so about that person. */
final class Reading {

    private final AssessedFamilies.Family family;
    private final String person;
    private final Set<String> facts = new LinkedHashSet<>();

    private Reading(AssessedFamilies.Family family, String person) {
        this.family = family;
        this.person = person;
    }

    static KnownFamily of(AssessedFamilies.Family family, String person, Instant now) {
        var reading = new Reading(family, person);
        reading.read();
        return new KnownFamily(
                family.id(),
                family.reference(),
                family.members().stream().map(Reading::member).toList(),
                List.copyOf(reading.facts),
                orNone(family.agencies()).stream()
                        .filter(one -> one.until() == null)
                        .map(AssessedFamilies.Involved::agency)
                        .distinct()
                        .toList(),
                now);
    }

    static KnownFamily of(AssessedFamilies.Referral referral, String person, Instant now) {
        var disclosed = referral.disclosed();
        var subject = disclosed.subject();
        var members = Stream.concat(
                        subject == null ? Stream.<AssessedFamilies.Member>empty() : Stream.of(subject),
                        orNone(disclosed.children()).stream())
                .distinct()
                .toList();
        return of(
                new AssessedFamilies.Family(
                        disclosed.familyId(),
                        disclosed.familyReference(),
                        members,
                        List.of(),
                        List.of(new AssessedFamilies.Involved(
                                referral.recipient().agency(), null))),
                person,
                now);
    }

    private static Member member(AssessedFamilies.Member m) {
        return new Member(m.id(), kind(m), m.givenName());
    }

    private static Kind kind(AssessedFamilies.Member m) {
        return switch (m.kind()) {
            case "CHILD" -> Kind.CHILD;
            case "UNBORN" -> Kind.UNBORN;
            default -> Kind.ADULT;
        };
    }

    private void read() {
        for (var member : family.members()) {
            switch (kind(member)) {
                case CHILD -> child(member);
                case UNBORN -> {
                    facts.add(Fact.PREGNANCY.word());
                    child(member);
                }
                case ADULT -> {
                    if (says(member, "substance-use")) {
                        facts.add(Fact.SUBSTANCE_MISUSE.word());
                    }
                }
            }
        }
    }

    private void child(AssessedFamilies.Member child) {
        if (child.id().equals(person)) {
            return;
        }
        var tie = orNone(family.relationships()).stream()
                .filter(t -> t.from().equals(person) && t.to().equals(child.id()))
                .findFirst();
        // Nobody has said more of this adult and this child: silence is not "no" (JWP-01).
        if (tie.isEmpty() || !tie.get().care().equals("NONE")) {
            facts.add(Fact.CHILD_CARED_FOR.word());
        }
        if (tie.isEmpty()
                || Set.of("NOT_SAID", "REGULAR", "LIVES_WITH")
                        .contains(tie.get().contact())) {
            facts.add(Fact.CHILD_IN_REGULAR_CONTACT.word());
        }
        if (orNone(family.relationships()).stream()
                .anyMatch(t -> t.from().equals(child.id())
                        && !Set.of("NOT_SAID", "NONE").contains(t.care()))) {
            facts.add(Fact.CHILD_GIVES_CARE.word());
        }
        if (says(child, "social-care-now")) {
            facts.add(Fact.KNOWN_TO_CHILDRENS_SOCIAL_CARE.word());
        }
        if (says(child, "affected-by-substance-use")) {
            facts.add(Fact.CHILD_AFFECTED_BY_SUBSTANCES.word());
        }
    }

    private static boolean says(AssessedFamilies.Member member, String fact) {
        var facts = member.facts();
        var said = facts == null ? null : facts.get(fact);
        return said != null && said.value().equals("yes");
    }

    private static <T> List<T> orNone(@org.jspecify.annotations.Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
