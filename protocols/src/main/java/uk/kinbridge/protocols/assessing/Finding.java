package uk.kinbridge.protocols.assessing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.QuestionId;

/**
 * What stands against an assessment as it is: the question, the reason in plain words, and under which obligation.
 *
 * @param question null where it is about the whole assessment
 * @param about the person whom the question is about; null where it is asked once
 * @param code the rule that speaks, such as {@code child-seen-alone}; stays the same while its words may change
 */
public record Finding(
        @Nullable QuestionId question,
        @Nullable String about,
        Stands stands,
        String code,
        String reason,
        List<ObligationId> obligations) {

    /** What it stands against. */
    public enum Stands {
        /** The answer is kept as it was typed, but it cannot be read as what the question asks for. */
        AGAINST_THE_ANSWER,
        /** It may be saved as a draft, but the assessment is not complete. */
        AGAINST_COMPLETION,
        /** It may not be stored, shown, exported or shared like this. */
        AGAINST_KEEPING
    }
}
