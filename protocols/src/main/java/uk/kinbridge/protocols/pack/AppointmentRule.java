package uk.kinbridge.protocols.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.reading.Word;
import uk.kinbridge.protocols.time.Within;

/**
 * What happens when somebody does not come.
 *
 * @param number after which missed appointment in a row; any pattern when left out
 * @param within by when the people named are told
 * @param thenWithin by when the next step is taken; as soon as they are told when left out
 * @param watch from when on appointments count as regularly missed
 * @param patterns what in the attendance of a whole family is a pattern
 * @param checklist whom to ask where the family is
 */
public record AppointmentRule(
        RuleId id,
        On on,
        @Nullable Integer number,
        List<Party> tell,
        @Nullable Within within,
        @Nullable Basis basis,
        List<Next> then,
        @Nullable Within thenWithin,
        @Nullable Watch watch,
        List<EngagementPattern> patterns,
        List<AgencyRole> checklist,
        String words,
        List<ObligationId> obligations)
        implements Entry {

    /** What was seen. */
    public enum On implements Word {
        MISSED,
        REGULARLY_MISSED,
        DISENGAGEMENT_PATTERN,
        LOST_TO_CONTACT
    }

    /** What is done about it. */
    public enum Next implements Word {
        OFFER_ANOTHER,
        DISCUSS_JOINTLY,
        OFFER_HOME_VISIT,
        WORK_THROUGH_CHECKLIST,
        INFORM_FRONT_DOOR,
        REVIEW_RISK
    }

    /** So many missed within that time are regularly missed. */
    public record Watch(int missed, Within during) {}
}
