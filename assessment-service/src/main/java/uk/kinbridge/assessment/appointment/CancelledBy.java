package uk.kinbridge.assessment.appointment;

/** Who cancelled an appointment: what a service cancels says nothing about a family. */
public enum CancelledBy {
    PERSON,
    PARENT_OR_CARER,
    SERVICE,
    ANOTHER_SERVICE;

    boolean isFamily() {
        return this == PERSON || this == PARENT_OR_CARER;
    }
}
