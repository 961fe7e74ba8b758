package uk.kinbridge.protocols.sharing;

import static uk.kinbridge.protocols.sharing.FieldGroup.ASSESSMENT;
import static uk.kinbridge.protocols.sharing.FieldGroup.BIRTH;
import static uk.kinbridge.protocols.sharing.FieldGroup.CONCERN;
import static uk.kinbridge.protocols.sharing.FieldGroup.HEALTH;
import static uk.kinbridge.protocols.sharing.FieldGroup.IDENTITY;
import static uk.kinbridge.protocols.sharing.FieldGroup.INVOLVEMENT;
import static uk.kinbridge.protocols.sharing.FieldGroup.WHEREABOUTS;

import java.util.EnumSet;
import java.util.Set;
import uk.kinbridge.protocols.sharing.PersonConcerned.Part;

/** What of a person is needed for a purpose, and no more (ENG-11). */
final class MinimumNecessary {

    private MinimumNecessary() {}

    /** Where a child may come to significant harm, whoever protects it has to know who, where and why. */
    static Set<FieldGroup> of(PersonConcerned person, SharingQuestion question) {
        var fields = person.subject() ? ofSubject(question.purpose()) : ofFamily(person.part(), question.purpose());
        if (question.childAtRisk() || question.immediateDanger()) {
            fields.addAll(
                    person.subject() || person.part() != Part.ADULT
                            ? EnumSet.of(IDENTITY, BIRTH, WHEREABOUTS, CONCERN)
                            : EnumSet.of(IDENTITY, CONCERN, INVOLVEMENT));
        }
        return fields;
    }

    private static EnumSet<FieldGroup> ofSubject(Purpose purpose) {
        return switch (purpose) {
            case CHILD_PROTECTION, ADULT_SAFEGUARDING -> EnumSet.allOf(FieldGroup.class);
            case CHILD_WELFARE -> EnumSet.of(IDENTITY, BIRTH, WHEREABOUTS, CONCERN, ASSESSMENT, INVOLVEMENT);
            case ADULT_CARE, TREATMENT -> EnumSet.of(IDENTITY, BIRTH, WHEREABOUTS, CONCERN, HEALTH, ASSESSMENT);
            case LIAISON -> EnumSet.of(IDENTITY, CONCERN);
            case JOINT_WORK -> EnumSet.of(IDENTITY, CONCERN, ASSESSMENT, INVOLVEMENT);
            case REVIEW -> EnumSet.complementOf(EnumSet.of(WHEREABOUTS));
        };
    }

    private static EnumSet<FieldGroup> ofFamily(Part part, Purpose purpose) {
        boolean child = part != Part.ADULT;
        return switch (purpose) {
            case CHILD_PROTECTION ->
                child
                        ? EnumSet.of(IDENTITY, BIRTH, WHEREABOUTS, CONCERN, INVOLVEMENT)
                        : EnumSet.of(IDENTITY, BIRTH, WHEREABOUTS, CONCERN, HEALTH, INVOLVEMENT);
            case CHILD_WELFARE ->
                child ? EnumSet.of(IDENTITY, BIRTH, CONCERN, INVOLVEMENT) : EnumSet.of(IDENTITY, CONCERN, INVOLVEMENT);
            case ADULT_SAFEGUARDING -> child ? EnumSet.of(IDENTITY, BIRTH) : EnumSet.of(IDENTITY, CONCERN);
            case ADULT_CARE, TREATMENT, LIAISON, JOINT_WORK ->
                child ? EnumSet.of(IDENTITY, BIRTH) : EnumSet.of(IDENTITY);
            case REVIEW -> EnumSet.of(IDENTITY, BIRTH, CONCERN, INVOLVEMENT);
        };
    }
}
