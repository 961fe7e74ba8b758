package uk.kinbridge.protocols.answering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.kinbridge.protocols.assessing.Answers;
import uk.kinbridge.protocols.assessing.Filling;
import uk.kinbridge.protocols.assessing.Finding;
import uk.kinbridge.protocols.assessing.Finding.Stands;
import uk.kinbridge.protocols.assessing.Situation;
import uk.kinbridge.protocols.pack.AssessmentRule.Kind;
import uk.kinbridge.protocols.pack.Form;
import uk.kinbridge.protocols.pack.FormReference;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Packs;

/** A bad answer gets the question, the reason and the obligation. */
class AnswerCheckTest {

    static Stream<Arguments> everyForm() {
        return Packs.shipped().all().stream()
                .filter(pack -> !pack.national())
                .flatMap(pack -> pack.assessing().forms().stream().map(form -> Arguments.of(pack, form.reference())));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("everyForm")
    void every_form_filled_in_is_complete_and_none_is_before(Pack pack, FormReference reference) {
        Form form = pack.form(reference).orElseThrow();
        var filled = Filling.of(pack, form).theRest();

        assertThat(complete(filled)).isEmpty();
        assertThat(AnswerCheck.ofDraft(form, filled.answers(), filled.situation()))
                .isEmpty();
        assertThat(AnswerCheck.ofComplete(pack, form, Answers.NONE, filled.situation()))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.obligations()).isNotEmpty());
        assertThat(AnswerCheck.ofDraft(form, Answers.NONE, filled.situation())).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("everyForm")
    void the_schema_of_every_form_is_a_2020_12_schema(Pack pack, FormReference reference) throws Exception {
        var schema =
                new ObjectMapper().readTree(FormSchema.of(pack.form(reference).orElseThrow()));
        var metaschema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(metaschema.validate(schema)).isEmpty();
    }

    static Stream<Arguments> badAnswers() {
        return Stream.of(
                Arguments.of("level-of-use", "often", "is answered with one of these: not-now", "HAC-04"),
                Arguments.of("level-of-use", 3, "is answered with one of these", "HAC-04"),
                Arguments.of(
                        "alcohol-a-week",
                        "a lot",
                        "up to 1 digits after the point in units of alcohol a week",
                        "HAC-04"),
                Arguments.of("alcohol-a-week", new BigDecimal("12.25"), "from 0 up to 500", "HAC-04"),
                Arguments.of("alcohol-a-week", -1, "from 0 up to 500", "HAC-04"),
                Arguments.of("use-since", "last spring", "written like 2026-04-01", "HAC-04"),
                Arguments.of("use-since", "2026-02-30", "written like 2026-04-01", "HAC-04"),
                Arguments.of("motivation", 11, "from 0 (not at all) to 10 (ready today)", "HAC-04"),
                Arguments.of("child-gives-care", "maybe", "is answered with yes or no", "ENG-15"),
                Arguments.of("environment", List.of(), "one or more of these", "HAC-12"),
                Arguments.of("environment", List.of("housing", "housing"), "each once", "HAC-12"),
                Arguments.of("who-protects", List.of(Filling.AMINA), "adults of the family's record", "ENG-16"),
                Arguments.of("strengths", "   ", "is answered in words", "ENG-16"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("badAnswers")
    void says_question_reason_and_obligation(String question, Object bad, String reason, String obligation) {
        var filling = Filling.of("hackney", Kind.COMPREHENSIVE).answer(question, bad);

        assertThat(AnswerCheck.ofDraft(filling.form(), filling.answers(), filling.situation()))
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.question()).hasToString(question);
                    assertThat(finding.stands()).isEqualTo(Stands.AGAINST_THE_ANSWER);
                    assertThat(finding.reason()).contains(reason);
                    assertThat(finding.obligations()).containsExactly(new ObligationId(obligation));
                });
    }

    @Test
    void what_is_asked_of_each_child_names_the_child() {
        var filling = Filling.of("hackney", Kind.PARENTAL_NEEDS)
                .answer("seen-alone", Map.of(Filling.AMINA, "yes please", Filling.BEN, "seen-alone"));

        assertThat(AnswerCheck.ofDraft(filling.form(), filling.answers(), filling.situation()))
                .extracting(Finding::about)
                .containsExactly(Filling.AMINA);
        assertThat(complete(filling))
                .filteredOn(finding -> String.valueOf(finding.question()).equals("childs-voice"))
                .extracting(Finding::about)
                .containsExactly(Filling.AMINA, Filling.BEN);
    }

    @Test
    void a_question_that_the_form_does_not_have_is_told_and_kept() {
        var filling = Filling.of("hackney", Kind.TRIAGE).answer("favourite-colour", "green");

        assertThat(AnswerCheck.ofDraft(filling.form(), filling.answers(), filling.situation()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.reason())
                        .contains("has no question 'favourite-colour'")
                        .contains("kept"));
        assertThat(filling.answers().typed()).containsEntry("favourite-colour", "green");
    }

    @Test
    void an_answer_that_opens_a_question_makes_it_required() {
        var filling = Filling.of("hackney", Kind.TRIAGE)
                .answer("children-in-life", List.of("lives-with"))
                .in(Situation.of());

        assertThat(complete(filling))
                .extracting(finding -> String.valueOf(finding.question()))
                .contains("how-many-children", "main-carer");
        assertThat(complete(filling.answer("children-in-life", List.of("none"))))
                .extracting(finding -> String.valueOf(finding.question()))
                .doesNotContain("how-many-children", "main-carer");
    }

    @Test
    void a_rule_speaks_before_the_schema_as_it_knows_the_clause() {
        var filling = Filling.of("family-approach", Kind.ADULT_CARE).theRest();

        assertThat(complete(filling.answer("who-protects", List.of(Filling.BEN))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("child-as-protective-factor");
                    assertThat(finding.obligations()).contains(new ObligationId("FAP-02"));
                });
        assertThat(complete(filling.leave("who-protects").leave("strengths")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.obligations()).contains(new ObligationId("FAP-10")));
    }

    @Test
    void whole_figures_count_in_any_notation() {
        var filling = Filling.of("hackney", Kind.TRIAGE).answer("how-many-children", new BigDecimal("3.0"));

        assertThat(AnswerCheck.ofDraft(filling.form(), filling.answers(), filling.situation()))
                .isEmpty();
    }

    private static List<Finding> complete(Filling filling) {
        return AnswerCheck.ofComplete(filling.pack(), filling.form(), filling.answers(), filling.situation());
    }
}
