package uk.kinbridge.referral.referral;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.ItemKind;
import uk.kinbridge.protocols.pack.Pathway;
import uk.kinbridge.protocols.sharing.FieldGroup;
import uk.kinbridge.referral.family.Family;
import uk.kinbridge.referral.family.Person;
import uk.kinbridge.referral.family.Shielding;
import uk.kinbridge.referral.information.KeptDecision;
import uk.kinbridge.referral.information.WhatIsShown;

/**
 * What of the family goes with a referral: the person referred and the children concerned, as they were known when it
 * was sent and as far as a decision on sharing let it through. The receiver sees this and not the family record.
 *
 * @param decisionId the decision that let it through; null for what went before decisions were kept
 * @param fields what of the person referred was let through, beside name and dates; it governs texts and documents
 */
public record Disclosed(
        String familyId,
        String familyReference,
        Person subject,
        List<Person> children,
        @Nullable String address,
        @Nullable String decisionId,
        @Nullable Set<FieldGroup> fields) {

    public Disclosed(
            String familyId, String familyReference, Person subject, List<Person> children, @Nullable String address) {
        this(familyId, familyReference, subject, children, address, null, null);
    }

    public Disclosed {
        children = List.copyOf(children);
        fields = fields == null ? null : Set.copyOf(fields);
    }

    /**
     * All that could go of a family as it is on record, with where the person referred lives: that is not always the
     * family's home (HAC-08). Whereabouts stay behind where they could come to somebody from
     * whom one of the family is protected.
     */
    public static Disclosed whole(Family family, Person subject, String recipient) {
        return new Disclosed(
                family.id(),
                family.reference(),
                subject,
                family.childMembers().stream()
                        .filter(child -> !child.id().equals(subject.id()))
                        .toList(),
                Shielding.addressSentTo(family, recipient, List.of(subject.id()), subject.id()));
    }

    /**
     * Whether the receiver would read something else of the family, as far as the decision let it through: somebody is
     * new, or what was let through is known otherwise by now.
     */
    public boolean differsFrom(Disclosed whole) {
        return !known(subject, whole.subject)
                || whole.children.stream()
                        .anyMatch(child -> children.stream().noneMatch(before -> known(before, child)))
                || (lets(FieldGroup.WHEREABOUTS) && !Objects.equals(address, whole.address));
    }

    /** The same people, address and parts, under whichever decision. */
    boolean saysTheSameAs(Disclosed other) {
        return subject.equals(other.subject)
                && children.equals(other.children)
                && Objects.equals(address, other.address)
                && Objects.equals(fields, other.fields);
    }

    private static boolean known(Person before, Person now) {
        return before.id().equals(now.id())
                && before.kind() == now.kind()
                && before.givenName().equals(now.givenName())
                && before.familyName().equals(now.familyName())
                && (before.bornOn() == null || before.bornOn().equals(now.bornOn()))
                && (before.expectedOn() == null || before.expectedOn().equals(now.expectedOn()));
    }

    /** The person referred first, then the children. */
    List<Person> people() {
        return Stream.concat(Stream.of(subject), children.stream()).toList();
    }

    /** For a reader from whom somebody of the family is protected. */
    Disclosed withoutAddress() {
        return new Disclosed(familyId, familyReference, subject, children, null, decisionId, fields);
    }

    boolean lets(FieldGroup group) {
        return fields == null || fields.contains(group);
    }

    /** Whether the answer to that requirement was let through: minimum necessary, field by field (ENG-11). */
    boolean lets(String item, Pathway pathway) {
        return lets(groupOf(item, pathway));
    }

    /** Papers are assessments; what is written or said is the concern. */
    static FieldGroup groupOf(String item, Pathway pathway) {
        return pathway.requires().stream()
                        .filter(requirement -> requirement.id().value().equals(item))
                        .anyMatch(requirement -> requirement.kind() == ItemKind.DOCUMENT)
                ? FieldGroup.ASSESSMENT
                : FieldGroup.CONCERN;
    }

    /** What of it goes, field by field, once it has been decided that it goes (ENG-11); never more than there is. */
    Disclosed letThroughBy(KeptDecision decision) {
        var let = decision.of(subject.id());
        return new Disclosed(
                familyId,
                familyReference,
                Objects.requireNonNull(WhatIsShown.person(subject, decision), "the subject always goes by name"),
                children.stream()
                        .flatMap(child -> Stream.ofNullable(WhatIsShown.person(child, decision)))
                        .toList(),
                WhatIsShown.address(decision, address),
                decision.id(),
                let.stream()
                        .filter(this::lets)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(FieldGroup.class))));
    }
}
