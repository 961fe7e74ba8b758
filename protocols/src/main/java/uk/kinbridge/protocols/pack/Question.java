package uk.kinbridge.protocols.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question of a form.
 *
 * @param asks the question as a person reads it
 * @param help what is meant, in plain words
 * @param required the assessment is not complete without an answer
 * @param requiredWhen as {@code required}, but only then
 * @param when asked only then; what earlier answers establish counts
 * @param onlyIf asked only after such an answer to an earlier question
 * @param records what its answer puts on record
 * @param establishes what is so once the answer is yes, or a count above nought
 * @param factors the factors of the area's risk model that such an answer shows
 * @param basis for a question that serves no obligation of its own: where it comes from
 */
public record Question(
        QuestionId id,
        String asks,
        @Nullable String help,
        AnswerType answer,
        boolean required,
        @Nullable Condition requiredWhen,
        @Nullable Condition when,
        @Nullable OnlyIf onlyIf,
        List<Recorded> records,
        List<Fact> establishes,
        List<FactorId> factors,
        @Nullable Basis basis,
        List<ObligationId> obligations)
        implements Entry {

    /**
     * An answer to an earlier question of the same form, for the same person where that one is asked for each.
     *
     * @param is one of these answers: {@code yes} and {@code no}, or the ids of options
     */
    public record OnlyIf(QuestionId question, List<String> is) {}
}
