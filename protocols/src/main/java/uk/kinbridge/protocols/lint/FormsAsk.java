package uk.kinbridge.protocols.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.kinbridge.protocols.pack.AnswerType;
import uk.kinbridge.protocols.pack.Filler;
import uk.kinbridge.protocols.pack.Form;
import uk.kinbridge.protocols.pack.FormSection;
import uk.kinbridge.protocols.pack.Option;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Question;

/** A form can be filled in: by somebody, from the first question to the last, and every condition on . */
final class FormsAsk implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        Pack own = subject.own();
        own.assessing().sections().forEach(section -> section(section, subject, findings));
        for (Form form : own.assessing().forms()) {
            references(form, subject, findings);
            Form whole = subject.whole().form(form.reference()).orElse(form);
            whole.sections().stream()
                    .filter(section -> form.section(section.id()).isPresent())
                    .forEach(section -> section(section, subject, findings));
            if (whole.sections().isEmpty()) {
                findings.add(form, "The form '%s' asks nothing.".formatted(form.id()));
            }
            questions(form, whole, findings);
        }
    }

    private static void references(Form form, Subject subject, Findings findings) {
        form.includes().stream()
                .filter(id -> subject.whole().assessing().sections().stream()
                        .noneMatch(section -> section.id().equals(id)))
                .forEach(id ->
                        findings.add(id, "It includes the section '%s', which the pack does not have.".formatted(id)));
        if (form.like() != null
                && subject.ancestors()
                        .noneMatch(parent -> parent.form(form.like()).isPresent())) {
            findings.add(
                    form,
                    "It is to be like '%s', but no pack that this one builds on has that form.".formatted(form.like()));
        }
    }

    private static void section(FormSection section, Subject subject, Findings findings) {
        boolean someone =
                section.filledBy().stream().anyMatch(filler -> !filler.isEmpty() && exists(filler, subject.whole()));
        if (!someone) {
            findings.add(
                    section,
                    "Nobody may fill in the section '%s': name an agency that the pack has, a side or a role."
                            .formatted(section.id()));
        }
        if (section.questions().isEmpty()) {
            findings.add(section, "The section '%s' asks nothing.".formatted(section.id()));
        }
        section.questions().forEach(question -> answer(question, findings));
    }

    /** A national pack speaks for areas whose agencies it cannot know. */
    private static boolean exists(Filler filler, Pack whole) {
        return filler.agency() == null
                || whole.national()
                || !whole.agencies(filler.agency()).isEmpty();
    }

    private static void answer(Question question, Findings findings) {
        if (isChosen(question.answer()) && question.answer().offered().size() < 2) {
            findings.add(question, "The question '%s' offers fewer than two answers.".formatted(question.id()));
        }
        Set<Object> seen = new HashSet<>();
        question.answer().offered().stream()
                .filter(option -> !seen.add(option.id()))
                .forEach(option -> findings.add(
                        option, "The question '%s' offers '%s' twice.".formatted(question.id(), option.id())));
        boolean backwards = switch (question.answer()) {
            case AnswerType.Measure(var unit, var from, var to, var decimals) ->
                from != null && to != null && from >= to;
            case AnswerType.Scale scale -> scale.from() >= scale.to();
            default -> false;
        };
        if (backwards) {
            findings.add(question, "The figures of '%s' end before they begin.".formatted(question.id()));
        }
    }

    private static boolean isChosen(AnswerType type) {
        return type instanceof AnswerType.Choice || type instanceof AnswerType.Choices;
    }

    /** Read as a person fills it in, from the first question to the last. */
    private static void questions(Form own, Form whole, Findings findings) {
        Set<Object> ids = new HashSet<>();
        Set<Question> before = new HashSet<>();
        for (FormSection section : whole.sections()) {
            boolean mine = own.section(section.id()).isPresent();
            for (Question question : section.questions()) {
                if (!ids.add(question.id())) {
                    findings.add(
                            mine ? question : own,
                            "The question '%s' is asked twice in the form '%s'.".formatted(question.id(), own.id()));
                }
                follows(question, before, mine ? question : own, findings);
                before.add(question);
            }
        }
    }

    private static void follows(Question question, Set<Question> before, Object part, Findings findings) {
        var onlyIf = question.onlyIf();
        if (onlyIf == null) {
            return;
        }
        var earlier = before.stream()
                .filter(other -> other.id().equals(onlyIf.question()))
                .findFirst();
        if (earlier.isEmpty()) {
            findings.add(
                    part,
                    "'%s' follows '%s', which no earlier question of the form is."
                            .formatted(question.id(), onlyIf.question()));
            return;
        }
        List<String> possible = earlier.get().answer() instanceof AnswerType.YesNo
                ? List.of("yes", "no")
                : earlier.get().answer().offered().stream()
                        .map(Option::id)
                        .map(Object::toString)
                        .toList();
        if (onlyIf.is().isEmpty()) {
            findings.add(part, "'%s' does not say after which answer it is asked.".formatted(question.id()));
        }
        onlyIf.is().stream()
                .filter(answer -> !possible.contains(answer))
                .forEach(answer -> findings.add(
                        part,
                        "'%s' is asked after the answer '%s', which cannot be given to '%s'."
                                .formatted(question.id(), answer, onlyIf.question())));
    }
}
