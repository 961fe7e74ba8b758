package uk.kinbridge.assessment.form.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import uk.kinbridge.protocols.assessing.Answers;
import uk.kinbridge.protocols.pack.AnswerType;
import uk.kinbridge.protocols.pack.Form;
import uk.kinbridge.protocols.pack.FormSection;
import uk.kinbridge.protocols.pack.Question;

/** Whatever was typed, right or wrong, comes back from FHIR as it was typed. */
class AnswersRoundTripTest {

    private static final List<Form> FORMS = FormsAsFhirTest.everyForm().toList();

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void nothing_is_lost(@ForAll("filled") Tuple2<Form, Answers> filled) {
        var response = FormsAsFhirTest.response(filled.get1(), filled.get2());

        assertThat(Answered.answers(filled.get1(), response)).isEqualTo(filled.get2());
    }

    @Provide
    Arbitrary<Tuple2<Form, Answers>> filled() {
        return Arbitraries.of(FORMS)
                .flatMap(form -> Arbitraries.of(true, false, false)
                        .flatMap(stray -> answers(form, stray))
                        .map(answers -> Tuple.of(form, answers)));
    }

    private static Arbitrary<Answers> answers(Form form, boolean stray) {
        Arbitrary<Map<String, Object>> all = Arbitraries.just(Map.of());
        for (FormSection section : form.sections()) {
            for (Question question : section.questions()) {
                all = all.flatMap(before -> answer(section, question)
                        .optional(0.5)
                        .map(answer -> answer.map(
                                        given -> with(before, question.id().value(), given))
                                .orElse(before)));
            }
        }
        Arbitrary<Map<String, Object>> whole =
                stray ? all.flatMap(before -> anything().map(given -> with(before, "no-such-question", given))) : all;
        return whole.map(Answers::new);
    }

    private static Map<String, Object> with(Map<String, Object> before, String question, Object given) {
        Map<String, Object> more = new LinkedHashMap<>(before);
        more.put(question, given);
        return more;
    }

    private static Arbitrary<Object> answer(FormSection section, Question question) {
        Arbitrary<Object> one = Arbitraries.frequencyOf(Tuple.of(4, fitting(question)), Tuple.of(1, anything()));
        if (section.each() == null) {
            return one;
        }
        return Arbitraries.maps(Arbitraries.of("amina", "ben", "chidi"), one)
                .ofMinSize(1)
                .map(each -> each);
    }

    private static Arbitrary<Object> fitting(Question question) {
        return switch (question.answer()) {
            case AnswerType.Text _ -> texts();
            case AnswerType.YesNo _ -> Arbitraries.of(true, false).map(yes -> yes);
            case AnswerType.Date _ -> Arbitraries.integers().between(1, 28).map(day -> "2026-02-%02d".formatted(day));
            case AnswerType.Count _ -> Arbitraries.integers().between(0, 40).map(BigDecimal::new);
            case AnswerType.Scale scale ->
                Arbitraries.integers().between(scale.from(), scale.to()).map(BigDecimal::new);
            case AnswerType.Measure _ -> figures();
            case AnswerType.Choice choice ->
                Arbitraries.of(choice.options()).map(option -> option.id().value());
            case AnswerType.Choices choices ->
                Arbitraries.of(choices.options())
                        .map(option -> option.id().value())
                        .list()
                        .uniqueElements()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .map(list -> list);
            case AnswerType.Members _ ->
                Arbitraries.of("amina", "their-mother")
                        .list()
                        .uniqueElements()
                        .ofMinSize(1)
                        .map(list -> list);
        };
    }

    private static Arbitrary<Object> texts() {
        return Arbitraries.strings().all().ofMinLength(1).ofMaxLength(40).map(text -> text);
    }

    private static Arbitrary<Object> figures() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-100000"), new BigDecimal("100000"))
                .ofScale(3)
                .map(figure -> figure);
    }

    /** What a person, or a broken client, may send instead. */
    private static Arbitrary<Object> anything() {
        return Arbitraries.oneOf(
                texts(),
                figures(),
                Arbitraries.of(true, false).map(yes -> yes),
                Arbitraries.of("2026-02-30", "", " ", "yes").map(text -> text),
                Arbitraries.of("housing", "housing", "none").list().ofMaxSize(3).map(list -> list),
                Arbitraries.just(Map.of("nested", List.of(true, "deep"))));
    }
}
