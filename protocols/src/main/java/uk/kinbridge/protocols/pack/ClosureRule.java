package uk.kinbridge.protocols.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.reading.Word;

/**
 * When a service may end its part.
 *
 * @param heardBefore the meeting that has to have heard the reason
 */
public record ClosureRule(
        RuleId id,
        List<Reason> allowed,
        List<Reason> refused,
        MeetingRule.@Nullable Kind heardBefore,
        boolean triesAgainFirst,
        boolean historyLinkedOnReturn,
        String words,
        List<ObligationId> obligations)
        implements Entry {

    /** Why a service ends, or stays in, a case. */
    public enum Reason implements Word {
        TREATMENT_COMPLETE,
        DISENGAGED_AFTER_OUTREACH,
        NO_LONGER_WANTED,
        MOVED_AWAY_WITH_TRANSFER,
        NON_COMPLIANCE,
        KEPT_OPEN_FOR_SAFEGUARDING_ONLY,
        KEPT_OPEN_FOR_SCREENING_ONLY
    }
}
