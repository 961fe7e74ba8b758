package uk.kinbridge.assessment.assessment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.assessment.Assessment;
import uk.kinbridge.assessment.assessment.Rules;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.answering.FormSchema;
import uk.kinbridge.protocols.pack.FormSection;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Option;
import uk.kinbridge.protocols.pack.Question;

/** A form with the questions that are asked now, as earlier answers decide that. */
record FormView(String form, String title, String words, List<SectionView> sections, String schema) {

    record SectionView(String id, String title, List<String> forEach, boolean mayWrite, List<QuestionView> questions) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuestionView(
            String id,
            String asks,
            @Nullable String help,
            String answer,
            List<OptionView> options,
            boolean required,
            List<String> obligations) {}

    record OptionView(String id, String words) {}

    static FormView of(Assessment a, Rules rules, Caller caller) {
        var asked = rules.interview(a).asked();
        var sections = rules.form().sections().stream()
                .map(section -> section(section, a, rules, caller, asked))
                .filter(section -> !section.questions().isEmpty())
                .toList();
        var form = rules.form();
        return new FormView(form.reference().toString(), form.title(), form.words(), sections, FormSchema.of(form));
    }

    private static SectionView section(
            FormSection section,
            Assessment a,
            Rules rules,
            Caller caller,
            List<uk.kinbridge.protocols.assessing.Asked> asked) {
        var here = asked.stream().filter(one -> one.section().equals(section)).toList();
        var people = here.stream()
                .flatMap(one -> java.util.Optional.ofNullable(one.about()).stream())
                .distinct()
                .toList();
        return new SectionView(
                section.id().value(),
                section.title(),
                people,
                a.isOpen() && rules.mayFill(section, a, caller),
                here.stream()
                        .map(one -> one.question())
                        .distinct()
                        .map(FormView::question)
                        .toList());
    }

    private static QuestionView question(Question q) {
        return new QuestionView(
                q.id().value(),
                q.asks(),
                q.help(),
                q.answer().getClass().getSimpleName(),
                q.answer().offered().stream().map(FormView::option).toList(),
                q.required(),
                q.obligations().stream().map(ObligationId::value).toList());
    }

    private static OptionView option(Option option) {
        return new OptionView(option.id().value(), option.words());
    }
}
