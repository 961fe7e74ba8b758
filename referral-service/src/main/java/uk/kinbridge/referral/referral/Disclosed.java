package uk.kinbridge.referral.referral;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.referral.family.Person;
import uk.kinbridge.referral.information.KeptDecision;
import uk.kinbridge.referral.information.WhatIsShown;

/**
 * What of the family goes with a referral: the person referred and the children concerned, as they were known when it
 * was sent and as far as a decision on sharing let it through. The receiver sees this and not the family record.
 *
 * @param decisionId the decision that let it through; null for what went before decisions were kept
 */
public record Disclosed(
        String familyId,
        String familyReference,
        Person subject,
        List<Person> children,
        @Nullable String address,
        @Nullable String decisionId) {

    public Disclosed(
            String familyId, String familyReference, Person subject, List<Person> children, @Nullable String address) {
        this(familyId, familyReference, subject, children, address, null);
    }

    public Disclosed {
        children = List.copyOf(children);
    }

    /** For a reader from whom somebody of the family is protected. */
    public Disclosed withoutAddress() {
        return new Disclosed(familyId, familyReference, subject, children, null, decisionId);
    }

    /** What of it goes, field by field, once it has been decided that it goes (ENG-11). */
    Disclosed letThroughBy(KeptDecision decision) {
        return new Disclosed(
                familyId,
                familyReference,
                Objects.requireNonNull(WhatIsShown.person(subject, decision), "the subject always goes by name"),
                children.stream()
                        .flatMap(child -> Stream.ofNullable(WhatIsShown.person(child, decision)))
                        .toList(),
                WhatIsShown.address(decision, address),
                decision.id());
    }
}
