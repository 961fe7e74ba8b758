package uk.kinbridge.referral.exchange.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.referral.exchange.Enclosed;
import uk.kinbridge.referral.exchange.Letter;
import uk.kinbridge.referral.exchange.Letter.Origin;
import uk.kinbridge.referral.referral.Call;

/** Writes a referral of ours as a message of the standard. Nothing that the letter says is left out. */
final class LetterWriter {

    static final String OF_THE_CALL = "call-before-referral";
    static final String NOTHING = "NOTHING-ELSE";

    private final Letter letter;
    private final Origin origin;
    private final Instant now;
    private final Bundle bundle = new Bundle();

    private LetterWriter(Letter letter, Instant now) {
        this.letter = letter;
        this.origin = Objects.requireNonNull(letter.origin(), "a referral of ours");
        this.now = now;
    }

    /** The whole of it, as it would be sent to another system. */
    static Bundle message(Letter letter, Instant now) {
        return new LetterWriter(letter, now).whole();
    }

    /**
     * What is answered to the message that made or changed it: who, where, and under which id.
     *
     * @param request the id of the Bundle that is answered
     * @param warnings what of it was not taken
     */
    static Bundle answer(Letter letter, String request, List<Issue> warnings, Instant now) {
        return new LetterWriter(letter, now).shortAnswer(request, warnings);
    }

    private Bundle whole() {
        begin("message/" + origin.version());
        var header = header("servicerequest-request", Terms.REFERRAL_MESSAGE, "servicerequest-request");
        header.getDestinationFirstRep()
                .setEndpoint(Terms.AGENCY + "|" + letter.to().agency())
                .setReceiver(reference("recipient"));
        header.getSource().setEndpoint(Terms.AGENCY + "|" + letter.from().agency());
        header.setSender(reference("sender"));
        add("header", header);
        add("request", serviceRequest());
        add("service", service());
        add("encounter", encounter());
        add("care-plan", carePlan());
        people();
        agencies();
        practitioner();
        answers();
        documents();
        call();
        situation();
        noChildren();
        add("consent", consent());
        new StatementWriter(letter, this::reference).all().forEach(this::add);
        return bundle;
    }

    private Bundle shortAnswer(String request, List<Issue> warnings) {
        begin("answer/" + request);
        var header = header("servicerequest-response", Terms.SHORT_RESPONSE, "servicerequest-response");
        header.getDestinationFirstRep()
                .setEndpoint(Terms.AGENCY + "|" + letter.from().agency())
                .setReceiver(reference("sender"));
        header.getSource().setEndpoint(Terms.AGENCY + "|" + letter.to().agency());
        header.setSender(reference("recipient"));
        header.getResponse().setIdentifier(request).setCode(MessageHeader.ResponseType.OK);
        add("header", header);
        add("request", serviceRequest());
        add("encounter", encounter());
        add("encounter-of-recipient", encounter());
        add("subject", new PeopleWriter(letter, this::reference).subject());
        agencies();
        practitioner();
        if (!warnings.isEmpty()) {
            add("warnings", Outcomes.of(warnings));
        }
        return bundle;
    }

    private void begin(String name) {
        bundle.setId(uuid(name));
        bundle.getMeta()
                .setVersionId("1.0.0")
                .setLastUpdated(Date.from(origin.changedAt()))
                .addProfile(Terms.PROFILES + "BARSBundleMessage");
        bundle.setType(BundleType.MESSAGE).setTimestamp(Date.from(now));
    }

    private MessageHeader header(String event, String definition, String profile) {
        var header = new MessageHeader();
        header.getMeta().addProfile(Terms.PROFILES + "BARSMessageHeader-" + profile);
        header.setEvent(new Coding().setSystem(Terms.EVENTS).setCode(event));
        header.getReason().addCoding().setSystem(Terms.REASONS).setCode("new");
        header.getSource().setName("Kinbridge").setSoftware("Kinbridge");
        header.addFocus(reference("request"));
        header.setDefinition(definition);
        return header;
    }

    private org.hl7.fhir.r4.model.ServiceRequest serviceRequest() {
        var request = Requests.of(letter, origin);
        request.addBasedOn(reference("care-plan"));
        request.setSubject(reference("subject"))
                .setEncounter(reference("encounter"))
                .setRequester(reference("practitioner"))
                .addPerformer(reference("service"));
        return request;
    }

    private HealthcareService service() {
        var service = new HealthcareService();
        service.getMeta().addProfile(Terms.UK_CORE + "HealthcareService");
        service.addIdentifier(id(Terms.AGENCY, letter.to().agency()));
        service.setActive(true).setProvidedBy(reference("recipient"));
        service.setName(letter.to().agencyName());
        service.addType(code(Terms.ROLES, letter.to().role()));
        return service;
    }

    private Encounter encounter() {
        var encounter = new Encounter();
        encounter.getMeta().addProfile(Terms.UK_CORE + "Encounter");
        encounter.addIdentifier(id(Terms.REFERENCE, origin.reference()));
        encounter.setStatus(
                origin.status() == Letter.Status.ACTIVE
                        ? Encounter.EncounterStatus.INPROGRESS
                        : Encounter.EncounterStatus.FINISHED);
        encounter.setClass_(
                new Coding().setSystem(Terms.ACT_CODES).setCode("FLD").setDisplay("field"));
        encounter.setSubject(reference("subject"));
        encounter.getPeriod().setStartElement(time(origin.begunAt()));
        return encounter;
    }

    private CarePlan carePlan() {
        var plan = new CarePlan();
        plan.getMeta().addProfile(Terms.UK_CORE + "CarePlan");
        plan.setStatus(CarePlan.CarePlanStatus.ACTIVE).setIntent(CarePlan.CarePlanIntent.PLAN);
        plan.setSubject(reference("subject")).setEncounter(reference("encounter"));
        return plan;
    }

    private void people() {
        var writer = new PeopleWriter(letter, this::reference);
        add("subject", writer.subject());
        var others = writer.others();
        for (int i = 0; i < others.size(); i++) {
            add("other/" + i, others.get(i));
        }
    }

    private void agencies() {
        add("sender", organization(letter.from().agency(), letter.from().agencyName()));
        add("recipient", organization(letter.to().agency(), letter.to().agencyName()));
    }

    private static Organization organization(String agency, String name) {
        var organization = new Organization();
        organization.getMeta().addProfile(Terms.UK_CORE + "Organization");
        organization.addIdentifier(id(Terms.AGENCY, agency));
        return organization.setName(name);
    }

    private void practitioner() {
        var practitioner = new Practitioner();
        practitioner.getMeta().addProfile(Terms.UK_CORE + "Practitioner");
        practitioner.addIdentifier(id(Terms.WORKER, letter.from().person()));
        practitioner.addName().setText(letter.from().personName());
        add("practitioner", practitioner);
        var role = new PractitionerRole();
        role.getMeta().addProfile(Terms.UK_CORE + "PractitionerRole");
        role.setPractitioner(reference("practitioner")).setOrganization(reference("sender"));
        add("practitioner-role", role);
    }

    private void answers() {
        if (letter.texts().isEmpty()) {
            return;
        }
        var response = new QuestionnaireResponse();
        response.setQuestionnaire(Terms.ANSWERS)
                .setStatus(QuestionnaireResponse.QuestionnaireResponseStatus.COMPLETED)
                .setSubject(reference("subject"));
        new TreeMap<>(letter.texts()).forEach((item, text) -> {
            var answered = response.addItem().setLinkId(item);
            if (!text.isEmpty()) {
                answered.addAnswer().setValue(new StringType(text));
            }
        });
        add("answers", response);
    }

    private void documents() {
        for (int i = 0; i < letter.documents().size(); i++) {
            var enclosed = letter.documents().get(i);
            var document = new DocumentReference();
            document.setStatus(DocumentReferenceStatus.CURRENT).setSubject(reference("subject"));
            document.addCategory(code(Terms.REQUIREMENTS, enclosed.item()));
            switch (enclosed) {
                case Enclosed.Kept(var kept) -> {
                    document.setId(kept.documentId());
                    document.addIdentifier(id(Terms.SHA_256, kept.sha256()));
                    document.addContent()
                            .setAttachment(new Attachment()
                                    .setContentType(kept.mediaType())
                                    .setTitle(kept.name())
                                    .setSize((int) kept.bytes())
                                    .setUrl("/api/documents/" + kept.documentId() + "/content"));
                }
                case Enclosed.Inside inside ->
                    document.addContent()
                            .setAttachment(new Attachment()
                                    .setTitle(inside.name())
                                    .setData(inside.content().get()));
            }
            add("document/" + i, document);
        }
    }

    private void noChildren() {
        if (letter.household().noChildren()) {
            var seen = new Observation();
            seen.setStatus(Observation.ObservationStatus.FINAL)
                    .setCode(new CodeableConcept().setText("Household composition"))
                    .setSubject(reference("subject"))
                    .setValue(code(Terms.HOUSEHOLDS, "NoChildren"));
            add("household", seen);
        }
    }

    private void call() {
        var call = letter.call();
        if (call == null) {
            return;
        }
        var communication = new Communication();
        communication.getMeta().addProfile(Terms.UK_CORE + "Communication");
        communication
                .setStatus(Communication.CommunicationStatus.COMPLETED)
                .setTopic(code(Terms.CALLS, OF_THE_CALL))
                .setSubject(reference("subject"))
                .setSentElement(time(call.at()));
        communication.addRecipient().setDisplay(call.spokeTo());
        communication.addReasonCode(code(Terms.CALLS, call.proceed() == Call.Proceed.REFER ? "refer" : "advice"));
        communication.addPayload().setContent(new StringType(call.decision()));
        add("call", communication);
    }

    private void situation() {
        for (var word : letter.situation()) {
            var flag = new Flag();
            flag.getMeta().addProfile(Terms.UK_CORE + "Flag");
            flag.setStatus(Flag.FlagStatus.ACTIVE).setCode(code(Terms.SITUATION, word));
            flag.addCategory(code(Terms.FLAG_CATEGORIES, "SG"));
            flag.setSubject(reference("subject"));
            add("flag/" + word, flag);
        }
    }

    /** The standard wants one; what people really agreed to is in the decision on sharing that it names. */
    private Consent consent() {
        var consent = new Consent();
        consent.getMeta().addProfile(Terms.UK_CORE + "Consent");
        consent.setStatus(Consent.ConsentState.ACTIVE)
                .setScope(code("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy"))
                .setPatient(reference("subject"))
                .setDateTimeElement(time(origin.begunAt()));
        consent.addCategory(code(Terms.CONSENT_CATEGORIES, "DRC"));
        consent.setPolicyRule(new CodeableConcept().setText("The decision on sharing under the local protocol"));
        var decision = letter.household().decisionId();
        if (decision != null) {
            consent.addIdentifier(id(Terms.DECISION, decision));
        }
        var fields = letter.household().fields();
        if (fields != null) {
            // Something always stands there: that nothing was let through is another thing than that nobody says.
            consent.addExtension(Terms.LET_THROUGH, new CodeType(NOTHING));
            fields.stream()
                    .map(Enum::name)
                    .sorted()
                    .forEach(field -> consent.addExtension(Terms.LET_THROUGH, new CodeType(field)));
        }
        return consent;
    }

    private void add(String part, Resource resource) {
        if (resource.getMeta().getLastUpdated() == null) {
            resource.getMeta().setLastUpdated(Date.from(origin.changedAt()));
        }
        bundle.addEntry().setFullUrl(urn(part)).setResource(resource);
    }

    private Reference reference(String part) {
        return new Reference(urn(part));
    }

    private String urn(String part) {
        return "urn:uuid:" + uuid(part);
    }

    /** The same part has the same address in every message about this referral. */
    private String uuid(String part) {
        return UUID.nameUUIDFromBytes((origin.id() + "/" + part).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    static Identifier id(String system, @Nullable String value) {
        return new Identifier().setSystem(system).setValue(value);
    }

    static CodeableConcept code(String system, String code) {
        return new CodeableConcept().addCoding(new Coding().setSystem(system).setCode(code));
    }

    static DateTimeType time(Instant at) {
        return new DateTimeType(
                Date.from(at),
                ca.uhn.fhir.model.api.TemporalPrecisionEnum.MILLI,
                java.util.TimeZone.getTimeZone("UTC"));
    }
}
