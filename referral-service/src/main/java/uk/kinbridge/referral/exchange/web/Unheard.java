package uk.kinbridge.referral.exchange.web;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;

/**
 * What a message says and nobody here hears. Elements that are read, and those of the frame that say nothing about the
 * family, are listed; everything else is named in the answer. FHIR lets nobody act on what carries a modifier that they
 * do not understand: such a message is refused.
 */
final class Unheard {

    private static final Set<String> OF_EVERY_RESOURCE = Set.of("id", "meta", "text", "language", "identifier");

    private static final Map<String, Set<String>> HEARD = Map.ofEntries(
            entry("Patient", Set.of("name", "birthDate", "address", "telecom", "active")),
            entry(
                    "RelatedPerson",
                    Set.of("patient", "relationship", "name", "birthDate", "address", "telecom", "active")),
            entry(
                    "ServiceRequest",
                    Set.of(
                            "instantiatesUri",
                            "basedOn",
                            "status",
                            "intent",
                            "category",
                            "doNotPerform",
                            "subject",
                            "encounter",
                            "occurrence[x]",
                            "authoredOn",
                            "requester",
                            "performer",
                            "supportingInfo")),
            entry("Encounter", Set.of("status", "class", "subject", "period", "serviceProvider")),
            entry("CarePlan", Set.of("status", "intent", "subject", "encounter", "author", "created")),
            entry(
                    "QuestionnaireResponse",
                    Set.of("basedOn", "questionnaire", "status", "subject", "encounter", "authored", "author", "item")),
            entry("Flag", Set.of("status", "category", "code", "subject", "encounter", "author")),
            entry(
                    "Consent",
                    Set.of(
                            "status",
                            "scope",
                            "category",
                            "patient",
                            "dateTime",
                            "performer",
                            "organization",
                            "policyRule",
                            "policy")),
            entry(
                    "Communication",
                    Set.of(
                            "status",
                            "category",
                            "topic",
                            "subject",
                            "sent",
                            "recipient",
                            "sender",
                            "reasonCode",
                            "payload")),
            entry(
                    "DocumentReference",
                    Set.of("status", "category", "subject", "content", "date", "author", "custodian")),
            entry(
                    "Observation",
                    Set.of(
                            "status",
                            "category",
                            "code",
                            "subject",
                            "encounter",
                            "effective[x]",
                            "performer",
                            "value[x]")));

    private static final Set<String> OUR_EXTENSIONS =
            Set.of(Terms.MEMBER_KIND, Terms.EXPECTED_ON, Terms.SUBMITTED_AT, Terms.LET_THROUGH, Terms.CONSENT_ANSWER);

    private static final Set<String> OF_A_CANCELLATION = Set.of(
            "MessageHeader",
            "ServiceRequest",
            "Patient",
            "Organization",
            "Practitioner",
            "PractitionerRole",
            "HealthcareService",
            "Encounter",
            "CarePlan");

    private Unheard() {}

    /** What of a resource that is taken in is not heard: paths, with the address of an extension. */
    static Set<String> in(Resource resource) {
        var heard = HEARD.get(resource.fhirType());
        var unheard = new LinkedHashSet<String>();
        if (heard == null) {
            return unheard;
        }
        for (var child : resource.children()) {
            var name = child.getName();
            boolean said = child.hasValues() && child.getValues().stream().anyMatch(value -> !value.isEmpty());
            if (said && !name.equals("extension") && !OF_EVERY_RESOURCE.contains(name) && !heard.contains(name)) {
                unheard.add(resource.fhirType() + "." + name.replace("[x]", ""));
            }
        }
        if (resource instanceof DomainResource whole) {
            whole.getExtension().stream()
                    .map(Extension::getUrl)
                    .filter(url -> !OUR_EXTENSIONS.contains(url))
                    .forEach(url -> unheard.add(resource.fhirType() + ".extension('" + url + "')"));
        }
        return unheard;
    }

    /** A cancellation takes back what was sent; whatever else it brings along has to come as an update. */
    static List<Issue> besideCancellation(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(resource -> resource != null && !OF_A_CANCELLATION.contains(resource.fhirType()))
                .map(Resource::fhirType)
                .distinct()
                .map(type -> Issue.remark(
                        type + " is not taken in with a cancellation; what is new in it is said in an update.",
                        type,
                        List.of()))
                .toList();
    }

    /** Modifiers that change what the message means, and that are not understood here. */
    static List<Issue> modifiers(Bundle bundle) {
        var issues = new ArrayList<Issue>();
        for (var entry : bundle.getEntry()) {
            var resource = entry.getResource();
            if (resource != null) {
                modifiers(resource.fhirType(), resource, issues);
            }
        }
        return issues;
    }

    private static void modifiers(String path, Base base, List<Issue> issues) {
        for (var child : base.children()) {
            var at = path + "." + child.getName().replace("[x]", "");
            for (var value : child.getValues()) {
                if (value.isEmpty()) {
                    continue;
                }
                boolean modifies = child.getName().equals("modifierExtension")
                        || child.getName().equals("implicitRules");
                if (modifies) {
                    issues.add(new Issue(
                            Issue.Code.UNPROCESSABLE_ENTITY,
                            IssueType.NOTSUPPORTED,
                            "It changes the meaning of the message, and is not understood here: "
                                    + (value instanceof Extension extension
                                            ? extension.getUrl()
                                            : value.primitiveValue()),
                            at,
                            List.of()));
                } else {
                    modifiers(at, value, issues);
                }
            }
        }
    }
}
