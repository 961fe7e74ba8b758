package uk.kinbridge.assessment.appointment;

/** What a course of appointments is for. */
public enum Purpose {
    ASSESSMENT,
    TREATMENT,
    REVIEW,
    HEALTH,
    SUPPORT
}
