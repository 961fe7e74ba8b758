package uk.kinbridge.assessment.form.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.assessing.Answers;
import uk.kinbridge.protocols.pack.Form;
import uk.kinbridge.protocols.pack.FormSection;
import uk.kinbridge.protocols.pack.Question;

/**
 * Answers as a FHIR R4 QuestionnaireResponse, and back. What was typed and is not what its question asks for goes along
 * in an extension as it was typed: nothing is lost on the way, and nobody takes it for an answer.
 */
final class Answered {

    private static final String AS_TYPED = "as-typed";
    private static final String ABOUT = "about";

    private Answered() {}

    /** @param complete whether the assessment was completed with these answers */
    static QuestionnaireResponse response(Form form, Answers answers, boolean complete) {
        var response = new QuestionnaireResponse();
        response.setQuestionnaire(Written.canonical(form.reference()));
        response.setStatus(complete ? QuestionnaireResponseStatus.COMPLETED : QuestionnaireResponseStatus.INPROGRESS);
        Set<String> rest = new LinkedHashSet<>(answers.typed().keySet());
        for (FormSection section : form.sections()) {
            for (@Nullable String person : people(section, answers)) {
                group(form, section, answers, person).ifPresent(response::addItem);
            }
            section.questions().stream()
                    .filter(question ->
                            fits(section, answers.typed().get(question.id().value())))
                    .forEach(question -> rest.remove(question.id().value()));
        }
        rest.forEach(question -> leftOver(response, question, answers.typed().get(question)));
        return response;
    }

    /** In a section that is asked for each, answers stand under people; anything else belongs to nobody. */
    private static boolean fits(FormSection section, @Nullable Object typed) {
        return section.each() == null || (typed instanceof Map<?, ?> map && !map.isEmpty());
    }

    private static List<@Nullable String> people(FormSection section, Answers answers) {
        List<@Nullable String> people = new ArrayList<>();
        if (section.each() == null) {
            people.add(null);
            return people;
        }
        Set<String> named = new LinkedHashSet<>();
        section.questions().stream()
                .map(question -> answers.typed().get(question.id().value()))
                .filter(Map.class::isInstance)
                .forEach(each -> ((Map<?, ?>) each).keySet().forEach(person -> named.add(String.valueOf(person))));
        people.addAll(named);
        return people;
    }

    private static Optional<QuestionnaireResponseItemComponent> group(
            Form form, FormSection section, Answers answers, @Nullable String person) {
        var group = new QuestionnaireResponseItemComponent();
        group.setLinkId("section." + section.id().value());
        group.setText(section.title());
        Said.text(group, ABOUT, person);
        for (Question question : section.questions()) {
            typed(answers, question, person).ifPresent(typed -> group.addItem(item(form, question, typed)));
        }
        return group.hasItem() ? Optional.of(group) : Optional.empty();
    }

    private static Optional<Object> typed(Answers answers, Question question, @Nullable String person) {
        Object given = answers.typed().get(question.id().value());
        if (person == null) {
            return Optional.ofNullable(given);
        }
        return given instanceof Map<?, ?> each ? Optional.ofNullable(each.get(person)) : Optional.empty();
    }

    private static QuestionnaireResponseItemComponent item(Form form, Question question, Object typed) {
        var item = new QuestionnaireResponseItemComponent();
        item.setLinkId(question.id().value());
        item.setText(question.asks());
        var values = AnswerValues.of(form, question, typed);
        if (values.isEmpty()) {
            Said.text(item, AS_TYPED, AnswerValues.json(typed));
        }
        values.ifPresent(known -> known.forEach(value -> item.addAnswer().setValue(value)));
        return item;
    }

    private static void leftOver(QuestionnaireResponse response, String question, @Nullable Object typed) {
        if (typed == null) {
            return;
        }
        var kept = response.addExtension();
        kept.setUrl(Said.url(AS_TYPED));
        kept.addExtension("question", new StringType(question));
        kept.addExtension("typed", new StringType(AnswerValues.json(typed)));
    }

    /** @throws IllegalArgumentException when an item answers no question of the form */
    static Answers answers(Form form, QuestionnaireResponse response) {
        Map<String, Object> typed = new LinkedHashMap<>();
        response.getExtensionsByUrl(Said.url(AS_TYPED))
                .forEach(kept -> typed.put(
                        kept.getExtensionString("question"), AnswerValues.read(kept.getExtensionString("typed"))));
        for (var group : response.getItem()) {
            String person = Said.one(group, ABOUT).orElse(null);
            for (var item : group.getItem()) {
                Question question = form.questions()
                        .filter(asked -> asked.id().value().equals(item.getLinkId()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "%s has no question '%s'".formatted(form.reference(), item.getLinkId())));
                put(typed, question.id().value(), person, value(question, item));
            }
        }
        return new Answers(typed);
    }

    private static Object value(Question question, QuestionnaireResponseItemComponent item) {
        List<Type> values =
                item.getAnswer().stream().map(answer -> answer.getValue()).toList();
        return Said.one(item, AS_TYPED).map(AnswerValues::read).orElseGet(() -> AnswerValues.typed(question, values));
    }

    private static void put(Map<String, Object> typed, String question, @Nullable String person, Object value) {
        if (person == null) {
            typed.put(question, value);
            return;
        }
        Map<String, Object> each = new LinkedHashMap<>();
        if (typed.get(question) instanceof Map<?, ?> before) {
            before.forEach((other, answer) -> each.put(String.valueOf(other), answer));
        }
        each.put(person, value);
        typed.put(question, each);
    }
}
