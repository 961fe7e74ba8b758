package uk.kinbridge.referral.exchange.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.referral.exchange.Letter;
import uk.kinbridge.referral.exchange.Letter.Household;
import uk.kinbridge.referral.information.StatedSharing;

/** Writes what a letter states about sharing, so that {@link StatementReader} reads the same. */
record StatementWriter(Letter letter, Function<String, Reference> references) {

    /** Each resource by its part of the message. */
    Map<String, Resource> all() {
        var resources = new LinkedHashMap<String, Resource>();
        var stated = letter.sharing();
        var statement = statement(stated);
        if (statement.hasItem()) {
            resources.put("statement", statement);
        }
        var answers = stated.consents();
        if (answers != null) {
            for (int i = 0; i < answers.size(); i++) {
                resources.put("answer/" + i, consent(answers.get(i)));
            }
        }
        return resources;
    }

    private QuestionnaireResponse statement(StatedSharing stated) {
        var statement = new QuestionnaireResponse();
        statement
                .setQuestionnaire(Terms.STATEMENT)
                .setStatus(QuestionnaireResponse.QuestionnaireResponseStatus.COMPLETED)
                .setSubject(references.apply("subject"));
        say(statement, "purpose", coded(stated.purpose()));
        say(statement, "child-concern", coded(stated.childConcern()));
        say(statement, "adult-concern", coded(stated.adultConcern()));
        say(statement, "immediate-danger", flag(stated.immediateDanger()));
        say(statement, "asking-raises-risk", flag(stated.askingRaisesRisk()));
        say(statement, "would-harm-child", flag(stated.wouldHarmChild()));
        var talk = stated.discussion();
        if (talk != null) {
            say(statement, "discussion-held", flag(talk.held()));
            say(statement, "discussion-words", text(talk.words()));
        }
        say(statement, "reason", text(stated.reason()));
        say(statement, "reason-without-consent", text(stated.reasonWithoutConsent()));
        return statement;
    }

    private static void say(QuestionnaireResponse statement, String name, @Nullable Type value) {
        if (value != null) {
            statement.addItem().setLinkId(name).addAnswer().setValue(value);
        }
    }

    private static @Nullable Coding coded(@Nullable Enum<?> word) {
        return word == null ? null : new Coding().setCode(StatementReader.kebab(word));
    }

    private static @Nullable Type flag(@Nullable Boolean value) {
        return value == null ? null : new org.hl7.fhir.r4.model.BooleanType(value);
    }

    private static @Nullable Type text(@Nullable String text) {
        return text == null ? null : new StringType(text);
    }

    private Consent consent(StatedSharing.Answer answer) {
        var consent = new Consent();
        consent.getMeta().addProfile(Terms.UK_CORE + "Consent");
        consent.setStatus(Consent.ConsentState.ACTIVE)
                .setScope(LetterWriter.code("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy"))
                .setPatient(references.apply("subject"))
                .addPerformer(references.apply(part(Objects.requireNonNull(answer.personId()))));
        consent.addCategory(LetterWriter.code(Terms.CONSENT_CATEGORIES, "DRC"));
        consent.setPolicyRule(new org.hl7.fhir.r4.model.CodeableConcept().setText("As it was answered"));
        var extension = new Extension(Terms.CONSENT_ANSWER);
        say(extension, "answer", answer.answer());
        say(extension, "because", answer.because());
        say(extension, "givenBy", answer.givenBy());
        if (answer.how() != null) {
            extension.addExtension("how", new StringType(answer.how()));
        }
        consent.addExtension(extension);
        return consent;
    }

    private static void say(Extension extension, String name, @Nullable Enum<?> word) {
        if (word != null) {
            extension.addExtension(name, new CodeType(StatementReader.kebab(word)));
        }
    }

    /** Where in the message somebody is whom the letter names by their place. */
    private String part(String place) {
        for (int i = 0; i < letter.household().others().size(); i++) {
            if (Household.placeOf(i + 1).equals(place)) {
                return "other/" + i;
            }
        }
        return "subject";
    }
}
