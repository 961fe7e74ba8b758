package uk.kinbridge.referral.exchange.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Messages as a case management system of Hackney's Children's Social Care would send them. */
public final class MessageMother {

    private final String bundleId;
    private String reason = "new";
    private String status = "active";
    private String definition = "referral";
    private String serviceRequestId = "";
    private String version = "";
    private String answer = "Alcohol every day since the spring.";
    private String consent = "OPTIN";
    private String agency = "hackney-childrens-social-care";
    private String more = "";
    private boolean paperwork = true;
    private String cancelledFor = "";
    private final Map<String, String> replaced = new LinkedHashMap<>();

    private MessageMother(String bundleId) {
        this.bundleId = bundleId;
    }

    public static MessageMother aReferral() {
        return new MessageMother(UUID.randomUUID().toString());
    }

    public MessageMother update(String id, long readVersion) {
        reason = "update";
        serviceRequestId = id;
        version = String.valueOf(readVersion);
        return this;
    }

    public MessageMother cancel(String id, String withStatus, String why) {
        reason = "update";
        status = withStatus;
        definition = "cancelled";
        serviceRequestId = id;
        cancelledFor = why;
        return this;
    }

    public MessageMother reason(String word) {
        reason = word;
        return this;
    }

    public MessageMother answering(String text) {
        answer = text;
        return this;
    }

    public MessageMother consent(String code) {
        consent = code;
        return this;
    }

    public MessageMother from(String id) {
        agency = id;
        return this;
    }

    public MessageMother withoutPaperwork() {
        paperwork = false;
        return this;
    }

    /** The same where something reads otherwise. */
    public MessageMother replacing(String text, String other) {
        replaced.put(text, other);
        return this;
    }

    /** The person referred has a number by which every system knows them. */
    public MessageMother withNhsNumber(String number) {
        return replacing(
                "\"identifier\": [{\"system\": \"https://case.example/person\"",
                "\"identifier\": [{\"system\": \"https://fhir.nhs.uk/Id/nhs-number\", \"value\": \"" + number
                        + "\"}, {\"system\": \"https://case.example/person\"");
    }

    /** One more of the family, as their system calls them. */
    public MessageMother withRelated(String localId, String code, String given, String born) {
        return with("""
                {"resourceType": "RelatedPerson", "patient": {"reference": "urn:uuid:00000000-0000-4000-8000-000000000005"},
                 "identifier": [{"system": "https://case.example/person", "value": "%s"}],
                 "relationship": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v3-RoleCode", "code": "%s"}]}],
                 "name": [{"family": "Ashdown", "given": ["%s"]}], "birthDate": "%s"}""".formatted(localId, code, given, born));
    }

    /** One more entry's resource, as JSON. */
    public MessageMother with(String resource) {
        more += ", {\"fullUrl\": \"urn:uuid:" + UUID.randomUUID() + "\", \"resource\": " + resource + "}";
        return this;
    }

    public String bundleId() {
        return bundleId;
    }

    public String json() {
        var document = """
                , {"fullUrl": "urn:uuid:00000000-0000-4000-8000-00000000000a", "resource": {"resourceType": "DocumentReference",
                   "status": "current", "category": [{"coding": [{"system": "%s", "code": "assessment-paperwork"}]}],
                   "content": [{"attachment": {"title": "assessment.txt", "contentType": "text/plain", "data": "%s"}}]}}
                """.formatted(
                        Terms.REQUIREMENTS,
                        Base64.getEncoder().encodeToString("The assessment.".getBytes(StandardCharsets.UTF_8)));
        var written = TEMPLATE.replace("$BUNDLE", bundleId)
                .replace("$REASON", reason)
                .replace("$STATUS", status)
                .replace("$DEFINITION", definition)
                .replace("$ID", serviceRequestId.isEmpty() ? "" : "\"id\": \"" + serviceRequestId + "\",")
                .replace("$META", version.isEmpty() ? "" : "\"meta\": {\"versionId\": \"" + version + "\"},")
                .replace(
                        "$WHY", cancelledFor.isEmpty() ? "" : "\"reasonCode\": [{\"text\": \"" + cancelledFor + "\"}],")
                .replace("$ANSWER", answer)
                .replace("$CONSENT", consent)
                .replace("$AGENCY", agency)
                .replace("$MORE", (paperwork ? document : "") + more)
                .replace("$OURS", Terms.OURS);
        for (var one : replaced.entrySet()) {
            if (!written.contains(one.getKey())) {
                throw new IllegalArgumentException("the message does not say: " + one.getKey());
            }
            written = written.replace(one.getKey(), one.getValue());
        }
        return written;
    }

    private static final String TEMPLATE = """
            {"resourceType": "Bundle", "id": "$BUNDLE", "type": "message", "timestamp": "2026-11-23T10:00:00Z", "entry": [
             {"fullUrl": "urn:uuid:00000000-0000-4000-8000-000000000001", "resource": {"resourceType": "MessageHeader",
               "eventCoding": {"system": "https://fhir.nhs.uk/CodeSystem/message-events-bars", "code": "servicerequest-request"},
               "destination": [{"endpoint": "$OURSId/agency|hackney-drug-treatment",
                 "receiver": {"reference": "urn:uuid:00000000-0000-4000-8000-000000000003"}}],
               "sender": {"reference": "urn:uuid:00000000-0000-4000-8000-000000000004"},
               "source": {"endpoint": "$OURSId/agency|hackney-childrens-social-care"},
               "reason": {"coding": [{"system": "https://fhir.nhs.uk/CodeSystem/message-reason-bars", "code": "$REASON"}]},
               "focus": [{"reference": "urn:uuid:00000000-0000-4000-8000-000000000002"}],
               "definition": "https://fhir.nhs.uk/MessageDefinition/bars-message-servicerequest-request-$DEFINITION"}},
             {"fullUrl": "urn:uuid:00000000-0000-4000-8000-000000000002", "resource": {"resourceType": "ServiceRequest", $ID $META $WHY
               "status": "$STATUS", "intent": "plan",
               "category": [{"coding": [
                 {"system": "https://fhir.nhs.uk/CodeSystem/message-category-servicerequest", "code": "referral"},
                 {"system": "$OURSCodeSystem/pathways", "code": "hackney/into-treatment"}]}],
               "subject": {"reference": "urn:uuid:00000000-0000-4000-8000-000000000005"},
               "authoredOn": "2026-11-23T10:00:00Z",
               "requester": {"reference": "urn:uuid:00000000-0000-4000-8000-000000000007"}}},
             {"fullUrl": "urn:uuid:00000000-0000-4000-8000-000000000003", "resource": {"resourceType": "Organization", "name": "Receiver"}},
             {"fullUrl": "urn:uuid:00000000-0000-4000-8000-000000000004", "resource": {"resourceType": "Organization",
               "identifier": [{"system": "$OURSId/agency", "value": "$AGENCY"}], "name": "Sender"}},
             {"fullUrl": "urn:uuid:00000000-0000-4000-8000-000000000005", "resource": {"resourceType": "Patient",
               "identifier": [{"system": "https://case.example/person", "value": "$BUNDLE"}],
               "name": [{"family": "Ashdown", "given": ["Robin"]}], "birthDate": "1990-03-01",
               "address": [{"line": ["12 Made-up Road"], "city": "London", "postalCode": "E8 0AA"}]}},
             {"fullUrl": "urn:uuid:00000000-0000-4000-8000-000000000006", "resource": {"resourceType": "RelatedPerson",
               "patient": {"reference": "urn:uuid:00000000-0000-4000-8000-000000000005"},
               "relationship": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v3-RoleCode", "code": "CHILD"}]}],
               "name": [{"family": "Ashdown", "given": ["Wren"]}], "birthDate": "2019-06-02"}},
             {"fullUrl": "urn:uuid:00000000-0000-4000-8000-000000000007", "resource": {"resourceType": "Practitioner",
               "name": [{"text": "Sade Okafor"}]}},
             {"fullUrl": "urn:uuid:00000000-0000-4000-8000-000000000008", "resource": {"resourceType": "PractitionerRole",
               "practitioner": {"reference": "urn:uuid:00000000-0000-4000-8000-000000000007"}}},
             {"fullUrl": "urn:uuid:00000000-0000-4000-8000-00000000000b", "resource": {"resourceType": "HealthcareService", "name": "Recovery"}},
             {"fullUrl": "urn:uuid:00000000-0000-4000-8000-00000000000c", "resource": {"resourceType": "Encounter", "status": "in-progress",
               "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "FLD"}}},
             {"fullUrl": "urn:uuid:00000000-0000-4000-8000-00000000000d", "resource": {"resourceType": "CarePlan", "status": "active",
               "intent": "plan", "subject": {"reference": "urn:uuid:00000000-0000-4000-8000-000000000005"}}},
             {"fullUrl": "urn:uuid:00000000-0000-4000-8000-00000000000e", "resource": {"resourceType": "Consent", "status": "active",
               "scope": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/consentscope", "code": "patient-privacy"}]},
               "category": [{"coding": [{"system": "https://fhir.nhs.uk/CodeSystem/consent-categories-bars", "code": "DRC"}]}],
               "patient": {"reference": "urn:uuid:00000000-0000-4000-8000-000000000005"},
               "policyRule": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "$CONSENT"}],
                 "text": "Asked at the visit."}}},
             {"fullUrl": "urn:uuid:00000000-0000-4000-8000-00000000000f", "resource": {"resourceType": "QuestionnaireResponse",
               "questionnaire": "$OURSQuestionnaire/answers", "status": "completed",
               "item": [{"linkId": "treatment-issue-outline", "answer": [{"valueString": "$ANSWER"}]}]}}$MORE]}
            """;
}
