package uk.kinbridge.assessment.appointment;

/** How an appointment takes place. */
public enum Mode {
    IN_PERSON,
    TELEPHONE,
    VIDEO,
    HOME_VISIT
}
