package uk.kinbridge.protocols.assessing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.AnswerType;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.FactorId;
import uk.kinbridge.protocols.pack.Form;
import uk.kinbridge.protocols.pack.FormSection;
import uk.kinbridge.protocols.pack.Question;
import uk.kinbridge.protocols.pack.Recorded;

/**
 * A form with the answers so far: which questions are asked, as earlier answers decide that, and what the answers
 * establish. Read once from the first question to the last, so an answer can only open what comes after it.
 *
 * @param facts those known before and those that the answers establish
 * @param factors those of the area's risk model that the answers show
 */
public record Interview(Form form, Answers answers, List<Asked> asked, Set<Fact> facts, Set<FactorId> factors) {

    public static Interview of(Form form, Answers answers, Situation situation) {
        var reading = new Reading(answers, situation);
        form.sections().forEach(reading::section);
        return new Interview(
                form,
                answers,
                List.copyOf(reading.asked),
                Collections.unmodifiableSet(reading.facts),
                Collections.unmodifiableSet(reading.factors));
    }

    public Optional<Answer> answer(Asked question) {
        return answers.to(question);
    }

    /** The questions asked whose answers put something on record. */
    public List<Asked> recording(Recorded what) {
        return asked.stream()
                .filter(question -> question.question().records().contains(what))
                .toList();
    }

    /** Those that have to be answered before the assessment is complete. */
    public boolean isRequired(Asked question) {
        var condition = question.question().requiredWhen();
        return question.question().required() || (condition != null && condition.holds(facts));
    }

    private static final class Reading {

        private final Answers answers;
        private final Situation situation;
        private final List<Asked> asked = new ArrayList<>();
        private final Set<Fact> facts = EnumSet.noneOf(Fact.class);
        private final Set<FactorId> factors = new LinkedHashSet<>();

        Reading(Answers answers, Situation situation) {
            this.answers = answers;
            this.situation = situation;
            facts.addAll(situation.facts());
        }

        void section(FormSection section) {
            if (section.when() != null && !section.when().holds(facts)) {
                return;
            }
            if (section.each() == null) {
                section.questions().forEach(question -> question(section, question, null));
                return;
            }
            for (String person : situation.of(section.each())) {
                section.questions().forEach(question -> question(section, question, person));
            }
        }

        private void question(FormSection section, Question question, @Nullable String about) {
            if ((question.when() != null && !question.when().holds(facts)) || !follows(question, about)) {
                return;
            }
            asked.add(new Asked(section, question, about));
            answers.to(question, about).ifPresent(answer -> establish(question, answer));
        }

        private boolean follows(Question question, @Nullable String about) {
            var onlyIf = question.onlyIf();
            if (onlyIf == null) {
                return true;
            }
            return asked.stream()
                    .filter(earlier -> earlier.question().id().equals(onlyIf.question()))
                    .filter(earlier ->
                            earlier.about() == null || earlier.about().equals(about))
                    .flatMap(earlier -> answers.to(earlier).stream())
                    .anyMatch(answer -> answer.words().stream().anyMatch(onlyIf.is()::contains));
        }

        private void establish(Question question, Answer answer) {
            if (says(answer)) {
                facts.addAll(question.establishes());
                factors.addAll(question.factors());
            }
            AnswerType type = question.answer();
            answer.words().stream().flatMap(id -> type.option(id).stream()).forEach(option -> {
                facts.addAll(option.establishes());
                factors.addAll(option.factors());
            });
        }

        private static boolean says(Answer answer) {
            return switch (answer) {
                case Answer.YesOrNo(boolean yes) -> yes;
                case Answer.Figure(var value) -> value.signum() > 0;
                case Answer.Words _, Answer.Day _, Answer.Chosen _, Answer.Named _ -> true;
            };
        }
    }
}
