package uk.kinbridge.assessment.form.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.kinbridge.protocols.assessing.Answers;
import uk.kinbridge.protocols.pack.Form;
import uk.kinbridge.protocols.pack.FormReference;
import uk.kinbridge.protocols.pack.Packs;

/** A form goes out as a Questionnaire and comes back as the same form; so do answers. Held against HL7's own validator. */
class FormsAsFhirTest {

    private static final FhirValidator VALIDATOR = validator();

    static Stream<Form> everyForm() {
        return Packs.shipped().all().stream()
                .flatMap(pack -> pack.assessing().forms().stream())
                .distinct();
    }

    static Form form(String reference) {
        return everyForm()
                .filter(form -> form.reference().equals(FormReference.parse(reference)))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyForm")
    void comes_back_as_the_same_form(Form form) {
        assertThat(ReadBack.form(overTheWire(Written.questionnaire(form)))).isEqualTo(form);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyForm")
    void is_a_questionnaire_as_hl7_has_it(Form form) {
        assertThat(errors(Written.questionnaire(form))).isEmpty();
    }

    @Test
    void answers_are_a_response_as_hl7_has_it() {
        Form form = form("hackney-comprehensive@1");
        var answers = new Answers(Map.of(
                "level-of-use",
                "some-days",
                "alcohol-a-week",
                new BigDecimal("12.5"),
                "use-since",
                "2019-05-01",
                "motivation",
                7,
                "child-gives-care",
                false,
                "who-protects",
                List.of("their-grandmother"),
                "what-else-protects",
                List.of("relatives", "services"),
                "strengths",
                "Cooks for the whole house",
                "own-wishes",
                "To sleep without it",
                "taking-part",
                "Wrote the plan"));

        var response = overTheWire(Answered.response(form, answers, true));

        assertThat(errors(response)).isEmpty();
        assertThat(Answered.answers(form, response)).isEqualTo(answers);
    }

    @Test
    void an_answer_that_is_none_is_no_answer_in_fhir_and_is_not_lost() {
        Form form = form("hackney-parental-needs@1");
        var answers = new Answers(Map.of(
                "parenting",
                "chaotic",
                "seen-alone",
                Map.of("amina", "seen-alone", "ben", 3),
                "childs-voice",
                "said over everybody's head",
                "favourite-colour",
                List.of("green", true)));

        var response = overTheWire(Answered.response(form, answers, false));

        assertThat(response.getItem().stream()
                        .flatMap(group -> group.getItem().stream())
                        .flatMap(item -> item.getAnswer().stream())
                        .map(answer -> answer.getValueCoding().getCode()))
                .containsExactly("seen-alone");
        assertThat(Answered.answers(form, response)).isEqualTo(answers);
    }

    /** The check itself can fail: a response to a question that is not there, and a code that is not offered. */
    @Test
    void the_validator_sees_what_is_wrong() {
        Form form = form("hackney-triage@1");
        var response = Answered.response(form, new Answers(Map.of("abuse-now", true)), false);
        response.getItemFirstRep().getItemFirstRep().setLinkId("no-such-question");

        assertThat(errors(response)).isNotEmpty();
        assertThat(errors(new Questionnaire())).isNotEmpty();
    }

    private static List<String> errors(Resource resource) {
        return VALIDATOR.validateWithResult(resource).getMessages().stream()
                .filter(message -> Set.of(ResultSeverityEnum.ERROR, ResultSeverityEnum.FATAL)
                        .contains(message.getSeverity()))
                .map(FormsAsFhirTest::told)
                .toList();
    }

    private static String told(SingleValidationMessage message) {
        return message.getLocationString() + ": " + message.getMessage();
    }

    @SuppressWarnings("unchecked")
    static <T extends IBaseResource> T overTheWire(T resource) {
        String json = Fhir.json((Resource) resource);
        return (T) Fhir.r4().newJsonParser().parseResource(resource.getClass(), json);
    }

    static QuestionnaireResponse response(Form form, Answers answers) {
        return overTheWire(Answered.response(form, answers, false));
    }

    /** Every form under the canonical that a response names: the validator's own store does not find Questionnaires. */
    private record Questionnaires(Map<String, Questionnaire> byCanonical) implements IValidationSupport {

        static Questionnaires shipped() {
            return new Questionnaires(everyForm()
                    .collect(Collectors.toMap(form -> Written.canonical(form.reference()), Written::questionnaire)));
        }

        @Override
        public FhirContext getFhirContext() {
            return Fhir.r4();
        }

        @Override
        public <T extends IBaseResource> @Nullable T fetchResource(@Nullable Class<T> type, String uri) {
            var found = byCanonical.get(uri);
            return type != null && type.isInstance(found) ? type.cast(found) : null;
        }
    }

    private static FhirValidator validator() {
        var chain = new ValidationSupportChain(
                Questionnaires.shipped(),
                new DefaultProfileValidationSupport(Fhir.r4()),
                new CommonCodeSystemsTerminologyService(Fhir.r4()),
                new InMemoryTerminologyServerValidationSupport(Fhir.r4()));
        var instances = new FhirInstanceValidator(chain);
        instances.setAnyExtensionsAllowed(true);
        instances.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
        var validator = Fhir.r4().newValidator();
        validator.registerValidatorModule(instances);
        return validator;
    }
}
