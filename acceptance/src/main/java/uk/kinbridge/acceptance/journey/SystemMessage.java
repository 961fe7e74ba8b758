package uk.kinbridge.acceptance.journey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message of the booking and referral standard: a parent of a child is referred into treatment in Hackney.
 *
 * @param id of the Bundle, which stays the same when it is updated or taken back
 */
record SystemMessage(UUID id) {

    private static final String OURS = "https://kinbridge.example/fhir/";
    private static final String NHS = "https://fhir.nhs.uk/";
    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";

    /** A new referral; without the assessment paperwork the protocol refuses it. */
    String referral(boolean paperwork) {
        return message("new", "active", "referral", Map.of(), "Alcohol every day since the spring.", paperwork);
    }

    /** The same with another answer, on the version that was read. */
    String updated(String referralId, String version, String answer) {
        var named = Map.<String, Object>of("id", referralId, "meta", Map.of("versionId", version));
        return message("update", "active", "referral", named, answer, false);
    }

    /** It is taken back. */
    String cancelled(String referralId, String reason) {
        var named = Map.<String, Object>of("id", referralId, "reasonCode", List.of(Map.of("text", reason)));
        return message("update", "revoked", "cancelled", named, "", false);
    }

    private String message(
            String reason,
            String status,
            String definition,
            Map<String, Object> named,
            String answer,
            boolean paperwork) {
        var entries = new ArrayList<Map<String, Object>>();
        entries.add(entry(1, header(reason, definition)));
        var request = new java.util.HashMap<>(serviceRequest(status));
        request.putAll(named);
        entries.add(entry(2, request));
        entries.add(entry(3, Map.of("resourceType", "Organization", "name", "Hackney Drug Treatment Service")));
        entries.add(entry(
                4,
                Map.of(
                        "resourceType",
                        "Organization",
                        "identifier",
                        List.of(Map.of("system", OURS + "Id/agency", "value", Hackney.SOCIAL_CARE)),
                        "name",
                        "Hackney Children's Social Care")));
        entries.addAll(people());
        entries.addAll(frame());
        entries.add(entry(13, consent()));
        if (!answer.isEmpty()) {
            entries.add(entry(14, answers(answer)));
        }
        if (paperwork) {
            entries.add(entry(15, document()));
        }
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "resourceType",
                        "Bundle",
                        "id",
                        id.toString(),
                        "type",
                        "message",
                        "timestamp",
                        "2026-11-25T10:00:00Z",
                        "entry",
                        entries));
    }

    private static Map<String, Object> header(String reason, String definition) {
        return Map.of(
                "resourceType",
                "MessageHeader",
                "eventCoding",
                coding(NHS + "CodeSystem/message-events-bars", "servicerequest-request"),
                "destination",
                List.of(Map.of("endpoint", OURS + "Id/agency|" + Hackney.TREATMENT, "receiver", reference(3))),
                "sender",
                reference(4),
                "source",
                Map.of("endpoint", OURS + "Id/agency|" + Hackney.SOCIAL_CARE),
                "reason",
                concept(NHS + "CodeSystem/message-reason-bars", reason),
                "focus",
                List.of(reference(2)),
                "definition",
                NHS + "MessageDefinition/bars-message-servicerequest-request-" + definition);
    }

    private static Map<String, Object> serviceRequest(String status) {
        return Map.of(
                "resourceType",
                "ServiceRequest",
                "status",
                status,
                "intent",
                "plan",
                "category",
                List.of(Map.of(
                        "coding",
                        List.of(
                                coding(NHS + "CodeSystem/message-category-servicerequest", "referral"),
                                coding(OURS + "CodeSystem/pathways", "hackney/into-treatment")))),
                "subject",
                reference(5),
                "authoredOn",
                "2026-11-25T10:00:00Z",
                "requester",
                reference(7));
    }

    private List<Map<String, Object>> people() {
        return List.of(
                entry(
                        5,
                        Map.of(
                                "resourceType",
                                "Patient",
                                "identifier",
                                List.of(Map.of("system", "https://case.example/person", "value", id.toString())),
                                "name",
                                List.of(Map.of("family", "Ashdown", "given", List.of("Robin"))),
                                "birthDate",
                                "1990-03-01")),
                entry(
                        6,
                        Map.of(
                                "resourceType",
                                "RelatedPerson",
                                "patient",
                                reference(5),
                                "relationship",
                                List.of(concept(HL7 + "v3-RoleCode", "CHILD")),
                                "name",
                                List.of(Map.of("family", "Ashdown", "given", List.of("Wren"))),
                                "birthDate",
                                "2019-06-02")),
                entry(7, Map.of("resourceType", "Practitioner", "name", List.of(Map.of("text", "Sade Okafor")))));
    }

    /** What the standard wants in every referral. */
    private static List<Map<String, Object>> frame() {
        return List.of(
                entry(9, Map.of("resourceType", "PractitionerRole", "practitioner", reference(7))),
                entry(10, Map.of("resourceType", "HealthcareService", "name", "Recovery")),
                entry(
                        11,
                        Map.of(
                                "resourceType",
                                "Encounter",
                                "status",
                                "in-progress",
                                "class",
                                coding(HL7 + "v3-ActCode", "FLD"))),
                entry(
                        12,
                        Map.of(
                                "resourceType",
                                "CarePlan",
                                "status",
                                "active",
                                "intent",
                                "plan",
                                "subject",
                                reference(5))));
    }

    private static Map<String, Object> consent() {
        return Map.of(
                "resourceType",
                "Consent",
                "status",
                "active",
                "scope",
                concept(HL7 + "consentscope", "patient-privacy"),
                "category",
                List.of(concept(NHS + "CodeSystem/consent-categories-bars", "DRC")),
                "patient",
                reference(5),
                "policyRule",
                Map.of("coding", List.of(coding(HL7 + "v3-ActCode", "OPTIN")), "text", "Asked at the visit; agrees."));
    }

    private static Map<String, Object> answers(String answer) {
        return Map.of(
                "resourceType",
                "QuestionnaireResponse",
                "questionnaire",
                OURS + "Questionnaire/answers",
                "status",
                "completed",
                "item",
                List.of(Map.of("linkId", "treatment-issue-outline", "answer", List.of(Map.of("valueString", answer)))));
    }

    private static Map<String, Object> document() {
        var content = Base64.getEncoder().encodeToString("The assessment.".getBytes(StandardCharsets.UTF_8));
        return Map.of(
                "resourceType",
                "DocumentReference",
                "status",
                "current",
                "category",
                List.of(concept(OURS + "CodeSystem/requirements", "assessment-paperwork")),
                "content",
                List.of(Map.of(
                        "attachment",
                        Map.of("title", "assessment.txt", "contentType", "text/plain", "data", content))));
    }

    private static Map<String, Object> entry(int place, Map<String, ?> resource) {
        return Map.of("fullUrl", address(place), "resource", resource);
    }

    private static Map<String, String> reference(int place) {
        return Map.of("reference", address(place));
    }

    private static String address(int place) {
        return "urn:uuid:00000000-0000-4000-8000-%012d".formatted(place);
    }

    private static Map<String, String> coding(String system, String code) {
        return Map.of("system", system, "code", code);
    }

    private static Map<String, Object> concept(String system, String code) {
        return Map.of("coding", List.of(coding(system, code)));
    }
}
