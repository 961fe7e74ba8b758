package uk.kinbridge.protocols.pack;

import java.util.List;
import uk.kinbridge.protocols.reading.Word;

/**
 * What a protocol says about sharing, beyond the general decision.
 *
 * @param neverAReason objections that are not accepted where this rule applies
 */
public record SharingRule(
        RuleId id,
        Condition when,
        Outcome outcome,
        List<Objection> neverAReason,
        List<Recorded> record,
        String words,
        List<ObligationId> obligations)
        implements Entry {

    /** How a question about sharing ends. */
    public enum Outcome implements Word {
        SHARE_REQUIRED,
        SHARE_WITH_CONSENT,
        SHARE_WITHOUT_CONSENT,
        SEEK_CONSENT_FIRST,
        CONSENT_NOT_NEEDED,
        DECIDE_WITH_REASON
    }

    /** What people say against sharing. */
    public enum Objection implements Word {
        DATA_PROTECTION,
        THERAPEUTIC_RELATIONSHIP,
        CONSENT_REFUSED
    }
}
