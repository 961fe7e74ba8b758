package uk.kinbridge.protocols.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.reading.Word;
import uk.kinbridge.protocols.time.Within;

/** How two services work on one plan. */
public record PlanRule(
        RuleId id,
        Kind kind,
        List<Recorded> holds,
        @Nullable Within reviewEvery,
        @Nullable Basis basis,
        String words,
        List<ObligationId> obligations)
        implements Entry {

    /** Which side of joint work. */
    public enum Kind implements Word {
        JOINT_PLAN,
        CONSULTATION_BEFORE_MAJOR_DECISIONS,
        JOINT_ASSESSMENT,
        JOINT_VISIT,
        THREE_LANES,
        PROGRESS_UPDATES,
        TRANSITION_PLAN
    }
}
