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
import uk.kinbridge.referral.family.Person;
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

    /** The person referred first, then the children. */
    List<Person> people() {
        return Stream.concat(Stream.of(subject), children.stream()).toList();
    }

    /** For a reader from whom somebody of the family is protected. */
    public Disclosed withoutAddress() {
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
