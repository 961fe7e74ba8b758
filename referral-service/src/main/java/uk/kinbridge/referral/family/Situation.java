package uk.kinbridge.referral.family;

import java.util.EnumSet;
import java.util.Set;
import uk.kinbridge.protocols.pack.Fact;

/** What a family record says in terms of the conditions of the protocols. */
public final class Situation {

    private Situation() {}

    public static Set<Fact> of(Family family) {
        var facts = EnumSet.noneOf(Fact.class);
        if (!family.allChildren().isEmpty()) {
            addCare(family, facts);
        }
        if (family.people().stream().anyMatch(m -> m.person().kind() == Person.Kind.UNBORN)) {
            facts.add(Fact.PREGNANCY);
        }
        if (family.adults().stream().anyMatch(m -> m.says(FactKind.SUBSTANCE_USE, "yes"))) {
            facts.add(Fact.SUBSTANCE_MISUSE);
        }
        for (var child : family.allChildren()) {
            if (child.says(FactKind.SUBSTANCE_USE, "yes")) {
                facts.add(Fact.YOUNG_PERSON_USES_SUBSTANCES);
            }
            if (child.says(FactKind.AFFECTED_BY_SUBSTANCE_USE, "yes")) {
                facts.add(Fact.CHILD_AFFECTED_BY_SUBSTANCES);
            }
            if (child.says(FactKind.SOCIAL_CARE_NOW, "yes")) {
                facts.add(Fact.KNOWN_TO_CHILDRENS_SOCIAL_CARE);
            }
        }
        return facts;
    }

    private static void addCare(Family family, Set<Fact> facts) {
        for (var child : family.allChildren()) {
            for (var other : family.people()) {
                var given = family.between(other.id(), child.id());
                // An adult with named children of whom nobody has said more counts: silence is not "no" (JWP-01).
                boolean unsaid = other.isAdult()
                        && given.map(Situation::isUnsaid).orElseGet(() -> other.says(FactKind.CHILDREN, "named"));
                if (unsaid || given.filter(Situation::cares).isPresent()) {
                    facts.add(Fact.CHILD_CARED_FOR);
                }
                if (unsaid || given.filter(Situation::isRegular).isPresent()) {
                    facts.add(Fact.CHILD_IN_REGULAR_CONTACT);
                }
                if (family.between(child.id(), other.id())
                        .filter(Situation::cares)
                        .isPresent()) {
                    facts.add(Fact.CHILD_GIVES_CARE);
                }
            }
        }
    }

    /** What they are to one another was said, and not how much they care. */
    private static boolean isUnsaid(Relationship r) {
        return r.care() == Relationship.Care.NOT_SAID || r.contact() == Relationship.Contact.NOT_SAID;
    }

    private static boolean cares(Relationship r) {
        return r.care() != Relationship.Care.NONE && r.care() != Relationship.Care.NOT_SAID;
    }

    private static boolean isRegular(Relationship r) {
        return r.contact() == Relationship.Contact.REGULAR || r.contact() == Relationship.Contact.LIVES_WITH;
    }
}
