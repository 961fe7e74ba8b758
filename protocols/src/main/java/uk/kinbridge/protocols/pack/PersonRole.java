package uk.kinbridge.protocols.pack;

import uk.kinbridge.protocols.reading.Word;

/** Who in an agency is meant: a role that people hold, or a part that a person plays in the case at hand. */
public enum PersonRole implements Word {
    PRACTITIONER(false),
    DUTY_WORKER(false),
    SAFEGUARDING_LEAD(false),
    MANAGER(false),
    NAMED_PROFESSIONAL(false),
    SENIOR_MANAGER(false),
    BOARD_ANALYST(false),
    LINK_PRACTITIONER(false),
    REFERRING_PERSON(true),
    ACCOUNTABLE_PERSON(true),
    LEAD_PROFESSIONAL(true),
    RECOVERY_COORDINATOR(true),
    KEY_WORKER(true);

    private final boolean ofTheCase;

    PersonRole(boolean ofTheCase) {
        this.ofTheCase = ofTheCase;
    }

    /** One person named by the case itself, not whoever holds a role. */
    public boolean ofTheCase() {
        return ofTheCase;
    }
}
