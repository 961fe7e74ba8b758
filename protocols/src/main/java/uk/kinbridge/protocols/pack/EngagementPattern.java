package uk.kinbridge.protocols.pack;

import java.util.List;
import uk.kinbridge.protocols.reading.Word;
import uk.kinbridge.protocols.time.Within;

/**
 * What counts as a pattern in how a family takes up its appointments, seen across all services and all its members.
 *
 * @param signs which signs count
 * @param atLeast how many of them
 * @param inARow only when nobody of the family came in between
 * @param besides signs that must be there too, at another service or for another member; none when left out
 * @param during how far back one looks
 */
public record EngagementPattern(
        Kind kind, List<Sign> signs, int atLeast, boolean inARow, List<Sign> besides, Within during, String words) {

    /** What it is called. */
    public enum Kind implements Word {
        PARTIAL,
        INTERMITTENT,
        PERSISTENT,
        OVER_ENGAGEMENT,
        DISCHARGE_AGAINST_ADVICE,
        REFUSED_VISITS
    }

    /** What became of one appointment or visit, or what happened without one. */
    public enum Sign implements Word {
        ATTENDED,
        LATE,
        LEFT_EARLY,
        DID_NOT_ATTEND,
        WAS_NOT_BROUGHT,
        REFUSED,
        CANCELLED,
        VISIT_REFUSED,
        ASSESSMENT_REFUSED,
        DISCHARGED_AGAINST_ADVICE,
        UNPLANNED_ATTENDANCE;

        /** Whether the person came. */
        public boolean came() {
            return this == ATTENDED || this == LATE || this == LEFT_EARLY || this == UNPLANNED_ATTENDANCE;
        }
    }
}
