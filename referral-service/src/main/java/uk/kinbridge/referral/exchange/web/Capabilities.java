package uk.kinbridge.referral.exchange.web;

import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.EventCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;

/** What the interface can do, told as FHIR has it. */
final class Capabilities {

    private static final String SECURITY = "http://terminology.hl7.org/CodeSystem/restful-security-service";

    private Capabilities() {}

    static CapabilityStatement statement() {
        var statement = new CapabilityStatement();
        statement
                .setUrl(Terms.OURS + "CapabilityStatement/referrals")
                .setVersion(Terms.VERSION)
                .setName("KinbridgeReferrals")
                .setStatus(PublicationStatus.ACTIVE)
                .setDateElement(new DateTimeType("2026-11-25"))
                .setKind(CapabilityStatementKind.CAPABILITY)
                .setFhirVersion(FHIRVersion._4_0_1)
                .setDescription("Referrals between agencies in the shape of the NHS booking and referral standard");
        statement.getSoftware().setName("Kinbridge");
        statement.addFormat("json").addFormat("xml");
        var rest = statement.addRest().setMode(RestfulCapabilityMode.SERVER);
        rest.getSecurity()
                .addService(new CodeableConcept().addCoding(new Coding(SECURITY, "OAuth", "OAuth")))
                .setDescription("Client credentials of the agency's system, at the realm of the suite");
        var requests = rest.addResource()
                .setType("ServiceRequest")
                .setProfile(Terms.PROFILES + "BARSServiceRequest-request-referral");
        requests.addInteraction().setCode(TypeRestfulInteraction.READ);
        requests.addOperation().setName("message").setDefinition(Terms.OURS + "OperationDefinition/message");
        rest.addOperation()
                .setName("process-message")
                .setDefinition("http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message");
        var messaging = statement.addMessaging();
        messaging.addSupportedMessage().setMode(EventCapabilityMode.RECEIVER).setDefinition(Terms.REFERRAL_MESSAGE);
        messaging.addSupportedMessage().setMode(EventCapabilityMode.RECEIVER).setDefinition(Terms.CANCEL_MESSAGE);
        return statement;
    }
}
