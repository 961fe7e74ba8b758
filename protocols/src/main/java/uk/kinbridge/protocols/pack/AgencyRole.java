package uk.kinbridge.protocols.pack;

import uk.kinbridge.protocols.reading.Word;

/** What an agency is in its area. */
public enum AgencyRole implements Word {
    CHILDRENS_SOCIAL_CARE,
    ADULT_SOCIAL_CARE,
    TREATMENT_PROVIDER,
    YOUNG_PEOPLES_TREATMENT,
    MENTAL_HEALTH,
    LEARNING_DISABILITY,
    GENERAL_PRACTICE,
    HEALTH_VISITING,
    SCHOOL_NURSING,
    MIDWIFERY,
    PHARMACY,
    HOSPITAL,
    YOUTH_JUSTICE,
    FAMILY_SERVICE,
    SAFEGUARDING_PARTNERSHIP,
    DESIGNATED_OFFICER,
    POLICE
}
