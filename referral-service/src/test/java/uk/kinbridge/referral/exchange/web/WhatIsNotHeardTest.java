package uk.kinbridge.referral.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.exchange.web.MessageMother.aReferral;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.kinbridge.protocols.sharing.Consent;
import uk.kinbridge.referral.exchange.Letter;

/**
 * ADR 11: nothing is dropped in silence. What is marked as wrong, as not done or as over is not taken for what is so; a
 * modifier that is not understood stops the message, as FHIR has it; and every other element that nobody reads is named.
 */
class WhatIsNotHeardTest {

    private static final String CONSENT = "\"resourceType\": \"Consent\", \"status\": \"active\",";

    private final Fhir fhir = new Fhir();

    private LetterReader.Reading read(MessageMother message) {
        var parsed = fhir.parse(message.json().getBytes(StandardCharsets.UTF_8), Fhir.JSON);
        assertThat(parsed).isInstanceOf(Fhir.Parsed.Message.class);
        var opened = Envelope.open(((Fhir.Parsed.Message) parsed).bundle(), null);
        var envelope = ((Envelope.Opened.Asks) opened).envelope();
        return LetterReader.read(envelope.bundle(), envelope.header(), envelope.request());
    }

    private Letter letter(MessageMother message) {
        return ((LetterReader.Reading.Read) read(message)).letter();
    }

    private List<String> named(MessageMother message) {
        return ((LetterReader.Reading.Read) read(message))
                .notTaken().stream().map(issue -> String.valueOf(issue.where())).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "active, OPTIN, GIVEN",
        "active, OPTOUT, REFUSED",
        "inactive, OPTIN, REFUSED",
        "rejected, OPTIN, REFUSED",
        "inactive, OPTOUT,",
        "draft, OPTIN,",
        "proposed, OPTIN,",
        "entered-in-error, OPTIN,"
    })
    void a_consent_is_worth_what_its_status_says(String status, String code, Consent.@Nullable Answer worth) {
        var message = aReferral().consent(code).replacing(CONSENT, CONSENT.replace("active", status));

        var answers = letter(message).sharing().consents();

        if (worth == null) {
            assertThat(answers).isNull();
            assertThat(named(message)).contains("Consent");
        } else {
            assertThat(answers)
                    .singleElement()
                    .satisfies(answer -> assertThat(answer.answer()).isEqualTo(worth));
        }
    }

    @Test
    void a_consent_with_provisions_of_its_own_is_no_consent_to_all() {
        var message = aReferral()
                .replacing(
                        "\"policyRule\":", "\"provision\": {\"provision\": [{\"type\": \"deny\"}]}, \"policyRule\":");

        assertThat(letter(message).sharing().consents()).isNull();
        assertThat(named(message)).contains("Consent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inactive", "entered-in-error"})
    void a_flag_that_is_over_or_wrong_is_no_fact_of_the_case(String status) {
        var message = aReferral().with(flag(status));

        assertThat(letter(message).situation()).isEmpty();
        assertThat(named(message)).containsExactly("Flag");
        assertThat(letter(aReferral().with(flag("active"))).situation()).containsExactly("pregnancy");
    }

    private static String flag(String status) {
        return """
                {"resourceType": "Flag", "status": "%s", "code": {"coding": [{"system": "%s", "code": "pregnancy"}]},
                 "subject": {"reference": "urn:uuid:00000000-0000-4000-8000-000000000005"}}""".formatted(status, Terms.SITUATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-done", "entered-in-error", "preparation", "stopped"})
    void a_call_that_was_not_made_is_no_call(String status) {
        var message = aReferral().with(call(status));

        assertThat(letter(message).call()).isNull();
        assertThat(named(message)).containsExactly("Communication");
        assertThat(letter(aReferral().with(call("completed"))).call()).isNotNull();
    }

    private static String call(String status) {
        return """
                {"resourceType": "Communication", "status": "%s",
                 "topic": {"coding": [{"system": "%s", "code": "call-before-referral"}]},
                 "sent": "2026-01-05T10:00:00Z", "recipient": [{"display": "The Bridge"}],
                 "reasonCode": [{"coding": [{"system": "%s", "code": "refer"}]}],
                 "payload": [{"contentString": "Send the form today."}]}""".formatted(status, Terms.CALLS, Terms.CALLS);
    }

    @Test
    void a_paper_or_an_answer_that_was_entered_in_error_is_none() {
        var paper = aReferral().replacing("\"status\": \"current\"", "\"status\": \"entered-in-error\"");
        var answer = aReferral().replacing("\"status\": \"completed\",", "\"status\": \"entered-in-error\",");

        assertThat(letter(paper).documents()).isEmpty();
        assertThat(letter(answer).texts()).isEmpty();
    }

    @Test
    void that_there_are_no_children_is_not_said_by_what_was_entered_in_error() {
        var household = """
                {"resourceType": "Observation", "status": "%s", "code": {"text": "Household"},
                 "valueCodeableConcept": {"coding": [{"system": "%s", "code": "NoChildren"}]}}""";

        assertThat(letter(aReferral().with(household.formatted("final", Terms.HOUSEHOLDS)))
                        .household()
                        .noChildren())
                .isTrue();
        assertThat(letter(aReferral().with(household.formatted("entered-in-error", Terms.HOUSEHOLDS)))
                        .household()
                        .noChildren())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"modifierExtension\": [{\"url\": \"https://case.example/not\", \"valueBoolean\": true}],",
                "\"implicitRules\": \"https://case.example/rules\","
            })
    void a_modifier_that_is_not_understood_stops_the_message(String modifier) {
        var message = aReferral()
                .replacing("\"resourceType\": \"RelatedPerson\",", "\"resourceType\": \"RelatedPerson\", " + modifier);

        assertThat(read(message)).isInstanceOfSatisfying(LetterReader.Reading.Faulty.class, faulty -> {
            assertThat(faulty.issues().getFirst().where()).startsWith("RelatedPerson.");
            assertThat(faulty.issues().getFirst().severity()).isEqualTo(IssueSeverity.ERROR);
        });
    }

    @Test
    void something_that_shall_not_be_done_is_no_referral() {
        var message =
                aReferral().replacing("\"intent\": \"plan\",\n", "\"intent\": \"plan\", \"doNotPerform\": true,\n");

        assertThat(read(message)).isInstanceOf(LetterReader.Reading.Faulty.class);
    }

    @Test
    void every_element_that_nobody_reads_is_named() {
        var message = aReferral()
                .replacing(
                        "\"birthDate\": \"1990-03-01\"",
                        "\"birthDate\": \"1990-03-01\", \"gender\": \"female\", \"deceasedBoolean\": true,"
                                + " \"extension\": [{\"url\": \"https://case.example/ethnicity\", \"valueString\": \"x\"}]")
                .replacing(
                        "\"requester\":",
                        "\"note\": [{\"text\": \"The dog bites.\"}], \"priority\": \"urgent\", \"requester\":");

        assertThat(named(message))
                .containsExactlyInAnyOrder(
                        "Patient.gender",
                        "Patient.deceased",
                        "Patient.extension('https://case.example/ethnicity')",
                        "ServiceRequest.note",
                        "ServiceRequest.priority");
        assertThat(named(aReferral())).isEmpty();
    }

    @Test
    void further_names_and_how_somebody_is_reached_are_heard() {
        var message = aReferral()
                .replacing(
                        "\"name\": [{\"family\": \"Ashdown\", \"given\": [\"Robin\"]}]",
                        "\"name\": [{\"use\": \"maiden\", \"family\": \"Quill\", \"given\": [\"Robin\"]},"
                                + " {\"use\": \"official\", \"text\": \"Robin May Ashdown\"}],"
                                + " \"telecom\": [{\"system\": \"phone\", \"value\": \"07700 900123\"}]");

        var robin = letter(message).household().subject();

        assertThat(robin.givenName()).isEqualTo("Robin May");
        assertThat(robin.familyName()).isEqualTo("Ashdown");
        assertThat(robin.alsoKnownAs()).extracting(name -> name.familyName()).containsExactly("Quill");
        assertThat(robin.reach()).extracting(reach -> reach.at()).containsExactly("07700 900123");
    }
}
