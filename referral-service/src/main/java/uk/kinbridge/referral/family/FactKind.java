package uk.kinbridge.referral.family;

import static uk.kinbridge.referral.family.Person.Kind.ADULT;
import static uk.kinbridge.referral.family.Person.Kind.CHILD;
import static uk.kinbridge.referral.family.Person.Kind.UNBORN;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What can be known of a family or of a member of it: the closed list of the family record (HAC-08, HAC-09, JWP-05,
 * SAL-14, SAL-30).
 */
public enum FactKind {
    /** Where the family lives, in one line. */
    HOME(Set.of(), true),
    /** Whether everybody who lives in, regularly stays in or visits the household is on record (HAC-09). */
    HOUSEHOLD_ASKED(Set.of(), false, "yes", "nobody-else"),

    /** How a member belongs to the household (HAC-09). */
    HOUSEHOLD(
            Set.of(ADULT, CHILD, UNBORN), true, "lives-here", "stays-regularly", "visits-regularly", "lives-elsewhere"),
    /** Where a member lives who does not live at the family's home. */
    RESIDENCE(Set.of(ADULT, CHILD, UNBORN), true),
    /** Who looks after a child most: a member's id, or a name. */
    MAIN_CARER(Set.of(CHILD, UNBORN), true),
    SCHOOL(Set.of(CHILD), true),
    HEALTH_VISITOR(Set.of(CHILD, UNBORN), true),
    GP(Set.of(ADULT, CHILD, UNBORN), true),
    /** Whether Children's Social Care is involved now; the details name the team. */
    SOCIAL_CARE_NOW(Set.of(CHILD, UNBORN), true, "yes", "no", "not-known"),
    SOCIAL_CARE_BEFORE(Set.of(CHILD, UNBORN), true, "yes", "no", "not-known"),
    /** Whether there is a CAF or other early help; if unsure, the locality's coordinators are asked (SAL-14). */
    EARLY_HELP(Set.of(CHILD, UNBORN), true, "yes", "no", "coordinators-asked"),
    EARLY_HELP_LEAD(Set.of(CHILD, UNBORN), true),
    /** The one recovery coordinator of a service user (SAL-30). */
    RECOVERY_COORDINATOR(Set.of(ADULT), true),
    /** The one lead professional of a child, who works in children's services (SAL-30). */
    LEAD_PROFESSIONAL(Set.of(CHILD, UNBORN), true),
    /** Which children an adult cares for or has contact with: named on the record, or none (JWP-01). */
    CHILDREN(Set.of(ADULT), false, "named", "none"),
    /** That an adult's case has passed intake; recorded by {@link Changes#passIntake} alone. */
    INTAKE(Set.of(ADULT), false, "passed"),
    /** Which other agencies must be worked with, in words; "none" is an answer (JWP-05). */
    OTHER_AGENCIES(Set.of(ADULT, CHILD, UNBORN), true),
    /** Drug or alcohol issues of an adult, or substance misuse of a young person (SAL-01). */
    SUBSTANCE_USE(Set.of(ADULT, CHILD), false, "yes", "no", "not-known"),
    /** Whether a child is affected by somebody's substance use (SAL-01). */
    AFFECTED_BY_SUBSTANCE_USE(Set.of(CHILD, UNBORN), false, "yes", "no", "not-known"),
    /** How somebody is reached: telephone numbers, e-mail, one a line. */
    CONTACT_DETAILS(Set.of(ADULT, CHILD), true),
    /**
     * What was said of a member and contradicts the record, one sentence a line: it stands beside what the record says
     * until a person has found out which is right, and writes that here (SAL-17).
     */
    SAID_OTHERWISE(Set.of(ADULT, CHILD, UNBORN), true);

    // Copies that nothing can change, though their types do not say so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Person.Kind> members;

    private final boolean whereabouts;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> values;

    FactKind(Set<Person.Kind> members, boolean whereabouts, String... values) {
        this.members = members;
        this.whereabouts = whereabouts;
        this.values = List.of(values);
    }

    /** The word in the API: {@code health-visitor}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of that word. */
    public static Optional<FactKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** Whether it is about the family as a whole. */
    public boolean isOfFamily() {
        return members.isEmpty();
    }

    /** Whether it can be known of such a member. */
    public boolean isOf(Person.Kind kind) {
        return members.contains(kind);
    }

    /** Whether it could lead somebody to the place where a person is to be found. */
    public boolean isWhereabouts() {
        return whereabouts;
    }

    /** The answers that count; empty when any words do. */
    public List<String> answers() {
        return values;
    }

    boolean takes(String value) {
        return values.isEmpty() || values.contains(value);
    }
}
