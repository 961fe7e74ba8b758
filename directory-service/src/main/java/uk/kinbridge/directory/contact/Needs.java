package uk.kinbridge.directory.contact;

import java.util.Optional;
import java.util.stream.Stream;
import uk.kinbridge.protocols.pack.Need;

/** The needs in the words of somebody who asks. */
final class Needs {

    private Needs() {}

    static Optional<Need> named(String word) {
        return Stream.of(Need.values()).filter(need -> need.word().equals(word)).findFirst();
    }

    static String inWords(Need need) {
        return switch (need) {
            case IMMEDIATE_DANGER -> "Somebody is in danger now, or a child is home alone";
            case CHILD_PROTECTION -> "A child may be suffering, or be at risk of, significant harm";
            case CHILD_WELFARE ->
                "A child's health or development may suffer without help, or you want to talk it over";
            case ADULT_SAFEGUARDING -> "An adult with care and support needs may be abused or neglected";
            case ADULT_SOCIAL_CARE -> "An adult has care and support needs that nobody meets";
            case SUBSTANCE_MISUSE -> "An adult's drug or alcohol use: advice or referral into treatment";
            case YOUNG_PERSON_SUBSTANCE_MISUSE -> "A young person's drug or alcohol use";
            case WHOLE_FAMILY_PROGRAMME -> "A programme for a whole family affected by a parent's substance use";
            case ALCOHOL_IN_PREGNANCY -> "Drinking or drug use in pregnancy";
            case SAFEGUARDING_PARTNERSHIP -> "The safeguarding partnership or board of the area";
            case WORK_WITH_CHILDREN_ALLEGATION -> "An adult who works with children may not be safe in that role";
        };
    }

    /** Where waiting until somebody opens may cost a person dearly, the police answer when nobody else does. */
    static boolean cannotWait(Need need) {
        return switch (need) {
            case IMMEDIATE_DANGER, CHILD_PROTECTION, ADULT_SAFEGUARDING -> true;
            case CHILD_WELFARE,
                    ADULT_SOCIAL_CARE,
                    SUBSTANCE_MISUSE,
                    YOUNG_PERSON_SUBSTANCE_MISUSE,
                    WHOLE_FAMILY_PROGRAMME,
                    ALCOHOL_IN_PREGNANCY,
                    SAFEGUARDING_PARTNERSHIP,
                    WORK_WITH_CHILDREN_ALLEGATION -> false;
        };
    }
}
