package uk.kinbridge.protocols.pack;

import uk.kinbridge.protocols.reading.Word;

/** What somebody needs when they ask whom to call. */
public enum Need implements Word {
    IMMEDIATE_DANGER,
    CHILD_PROTECTION,
    CHILD_WELFARE,
    ADULT_SAFEGUARDING,
    ADULT_SOCIAL_CARE,
    SUBSTANCE_MISUSE,
    YOUNG_PERSON_SUBSTANCE_MISUSE,
    WHOLE_FAMILY_PROGRAMME,
    ALCOHOL_IN_PREGNANCY,
    SAFEGUARDING_PARTNERSHIP,
    WORK_WITH_CHILDREN_ALLEGATION
}
