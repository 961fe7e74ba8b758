package uk.kinbridge.protocols.pack;

import java.util.List;
import uk.kinbridge.protocols.reading.Word;
import uk.kinbridge.protocols.time.Within;

/**
 * When what happened to appointments is seen as a pattern, across services and across the members of a family.
 *
 * @param counts what is counted
 * @param atLeast how often
 * @param within looking back that far
 * @param inARow with no attended appointment between them
 * @param services in at least so many services; any when nought
 */
public record EngagementPattern(
        RuleId id,
        Pattern pattern,
        List<Seen> counts,
        int atLeast,
        Within within,
        boolean inARow,
        int services,
        Basis basis,
        String words,
        List<ObligationId> obligations)
        implements Entry {

    /** What the pattern is called. */
    public enum Pattern implements Word {
        PARTIAL,
        INTERMITTENT,
        PERSISTENT,
        OVER_ENGAGEMENT,
        DISCHARGE_AGAINST_ADVICE,
        REFUSED_VISITS
    }

    /** What can be seen of one appointment, visit or stay. */
    public enum Seen implements Word {
        ATTENDED,
        LATE,
        LEFT_EARLY,
        CANCELLED_BY_PERSON,
        DID_NOT_ATTEND,
        WAS_NOT_BROUGHT,
        REFUSED,
        VISIT_REFUSED,
        DISCHARGED_AGAINST_ADVICE,
        UNPLANNED_CONTACT
    }
}
