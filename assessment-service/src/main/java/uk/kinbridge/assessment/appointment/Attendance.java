package uk.kinbridge.assessment.appointment;

import uk.kinbridge.protocols.pack.EngagementPattern.Sign;

/** What became of an appointment, in words that blame nobody (FAP-12). */
public enum Attendance {
    ATTENDED("The person came"),
    LATE("The person came late"),
    LEFT_EARLY("The person came and left early"),
    DID_NOT_ATTEND("The person did not attend"),
    /** For somebody who depends on others to come: a child, or an adult who is cared for. */
    WAS_NOT_BROUGHT("The person was not brought"),
    REFUSED("The appointment was refused"),
    CANCELLED("The appointment was cancelled");

    private final String words;

    Attendance(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether it counts as missed (HAC-05). */
    public boolean isMissed() {
        return this == DID_NOT_ATTEND || this == WAS_NOT_BROUGHT || this == REFUSED;
    }

    /** Whether the person came, however late and for however long. */
    public boolean came() {
        return this == ATTENDED || this == LATE || this == LEFT_EARLY;
    }

    /** What it is as a sign of how a family takes up its appointments; a refused visit is a sign of its own. */
    Sign sign(Mode mode) {
        return switch (this) {
            case ATTENDED -> Sign.ATTENDED;
            case LATE -> Sign.LATE;
            case LEFT_EARLY -> Sign.LEFT_EARLY;
            case DID_NOT_ATTEND -> Sign.DID_NOT_ATTEND;
            case WAS_NOT_BROUGHT -> Sign.WAS_NOT_BROUGHT;
            case REFUSED -> mode == Mode.HOME_VISIT ? Sign.VISIT_REFUSED : Sign.REFUSED;
            case CANCELLED -> Sign.CANCELLED;
        };
    }
}
