package uk.kinbridge.assessment.form.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.web.link.Links;
import uk.kinbridge.protocols.pack.AnswerType;
import uk.kinbridge.protocols.pack.Condition;
import uk.kinbridge.protocols.pack.Filler;
import uk.kinbridge.protocols.pack.Form;
import uk.kinbridge.protocols.pack.FormSection;
import uk.kinbridge.protocols.pack.Option;
import uk.kinbridge.protocols.pack.Question;
import uk.kinbridge.protocols.reading.Word;
import uk.kinbridge.protocols.reading.Wrapper;

/** A form as a person or a client of the API reads it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record FormView(
        String form,
        String kind,
        String title,
        String words,
        List<String> about,
        @Nullable String when,
        List<SectionView> sections,
        List<String> obligations,
        Links _links) {

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record SectionView(
            String id,
            String title,
            @Nullable String each,
            @Nullable String when,
            List<String> filledBy,
            List<QuestionView> questions,
            List<String> obligations) {

        static SectionView of(FormSection section) {
            return new SectionView(
                    section.id().value(),
                    section.title(),
                    section.each() == null ? null : section.each().word(),
                    spoken(section.when()),
                    section.filledBy().stream().map(FormView::spoken).toList(),
                    section.questions().stream().map(QuestionView::of).toList(),
                    ids(section.obligations()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record QuestionView(
            String id,
            String asks,
            @Nullable String help,
            String answer,
            @Nullable String unit,
            @Nullable Integer from,
            @Nullable Integer to,
            List<OptionView> options,
            boolean required,
            @Nullable String requiredWhen,
            @Nullable String when,
            @Nullable AfterView onlyIf,
            List<String> records,
            List<String> obligations) {

        static QuestionView of(Question question) {
            var answer = question.answer();
            return new QuestionView(
                    question.id().value(),
                    question.asks(),
                    question.help(),
                    kind(answer),
                    answer instanceof AnswerType.Measure measure ? measure.unit() : null,
                    lowest(answer),
                    highest(answer),
                    answer.offered().stream().map(OptionView::of).toList(),
                    question.required(),
                    spoken(question.requiredWhen()),
                    spoken(question.when()),
                    AfterView.of(question.onlyIf()),
                    words(question.records()),
                    ids(question.obligations()));
        }
    }

    /** After which answers to an earlier question it is asked. */
    record AfterView(String question, List<String> is) {

        static @Nullable AfterView of(Question.@Nullable OnlyIf onlyIf) {
            return onlyIf == null ? null : new AfterView(onlyIf.question().value(), onlyIf.is());
        }
    }

    record OptionView(String id, String words) {

        static OptionView of(Option option) {
            return new OptionView(option.id().value(), option.words());
        }
    }

    static FormView of(Form form) {
        String self = "/api/forms/" + form.reference();
        return new FormView(
                form.reference().toString(),
                form.kind().word(),
                form.title(),
                form.words(),
                words(form.about()),
                spoken(form.when()),
                form.sections().stream().map(SectionView::of).toList(),
                ids(form.obligations()),
                Links.self(self).and("schema", self + "/schema"));
    }

    private static String kind(AnswerType answer) {
        return switch (answer) {
            case AnswerType.Text _ -> "text";
            case AnswerType.YesNo _ -> "yes-no";
            case AnswerType.Date _ -> "date";
            case AnswerType.Count _ -> "count";
            case AnswerType.Choice _ -> "choice";
            case AnswerType.Choices _ -> "choices";
            case AnswerType.Measure _ -> "measure";
            case AnswerType.Scale _ -> "scale";
            case AnswerType.Members _ -> "members";
        };
    }

    private static @Nullable Integer lowest(AnswerType answer) {
        return switch (answer) {
            case AnswerType.Measure measure -> measure.from();
            case AnswerType.Scale scale -> scale.from();
            default -> null;
        };
    }

    private static @Nullable Integer highest(AnswerType answer) {
        return switch (answer) {
            case AnswerType.Measure measure -> measure.to();
            case AnswerType.Scale scale -> scale.to();
            default -> null;
        };
    }

    private static List<String> words(List<? extends Word> words) {
        return words.stream().map(Word::word).toList();
    }

    private static List<String> ids(List<? extends Wrapper> ids) {
        return ids.stream().map(Wrapper::value).toList();
    }

    private static String spoken(Filler filler) {
        var said = new StringBuilder();
        for (Word word : Arrays.asList(filler.role(), filler.side(), filler.agency())) {
            if (word != null) {
                said.append(said.isEmpty() ? "" : " of ").append(word.word());
            }
        }
        return said.toString();
    }

    /** In words for a person: the reasons of a condition, not its code. */
    private static @Nullable String spoken(@Nullable Condition condition) {
        return condition == null ? null : sentence(condition);
    }

    private static String sentence(Condition condition) {
        return switch (condition) {
            case Condition.Holds(var fact) -> fact.spoken();
            case Condition.AllOf(var all) -> joined(all, " and ");
            case Condition.AnyOf(var any) -> joined(any, " or ");
            case Condition.Not(var not) -> "it is not so that " + sentence(not);
        };
    }

    private static String joined(List<Condition> parts, String word) {
        return String.join(word, parts.stream().map(FormView::sentence).toList());
    }
}
