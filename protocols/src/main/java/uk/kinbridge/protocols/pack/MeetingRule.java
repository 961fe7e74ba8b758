package uk.kinbridge.protocols.pack;

import java.util.List;
import uk.kinbridge.protocols.reading.Word;

/** Who is asked to a meeting, and what they give and get. */
public record MeetingRule(
        RuleId id,
        List<Kind> kinds,
        List<Party> invite,
        boolean anyAgencyMayCall,
        boolean writtenReport,
        boolean reportEvenWhenAbsent,
        boolean fullMinutesToAll,
        String words,
        List<ObligationId> obligations)
        implements Entry {

    /** The meetings that the protocols name. */
    public enum Kind implements Word {
        CHILD_PROTECTION_CONFERENCE,
        CORE_GROUP,
        CHILD_IN_NEED_MEETING,
        TEAM_AROUND_THE_CHILD,
        TREATMENT_REVIEW,
        CARE_PROGRAMME_APPROACH,
        INCIDENT_REVIEW,
        PROFESSIONALS_MEETING,
        STRATEGY_DISCUSSION
    }
}
