package uk.kinbridge.protocols.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.reading.Word;

/** A question or reminder that is put to a person at the right place. */
public record Prompt(
        RuleId id,
        At at,
        @Nullable Condition when,
        List<PersonRole> to,
        List<String> questions,
        String words,
        List<ObligationId> obligations)
        implements Entry {

    /** Where it appears. */
    public enum At implements Word {
        FAMILY_RECORD,
        REFERRAL,
        ASSESSMENT,
        APPOINTMENTS,
        JOINT_WORK,
        SUPERVISION,
        TRANSITION
    }
}
