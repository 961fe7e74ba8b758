package uk.kinbridge.referral.exchange.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a message asks for, found in the order in which the standard has a receiver look: destination, definition, then
 * event, reason, status and category together. What must be in the Bundle is checked by hand, since no profile says it.
 */
record Envelope(Bundle bundle, MessageHeader header, ServiceRequest request, Wish wish) {

    /** What the sender wants. */
    enum Wish {
        SEND,
        UPDATE,
        /** It was sent in earnest and is taken back. */
        CANCEL,
        /** It should never have been sent. */
        UNDO
    }

    /** How looking ends. */
    sealed interface Opened {
        record Asks(Envelope envelope) implements Opened {}

        record Faulty(List<Issue> issues) implements Opened {}
    }

    private static final Map<String, Integer> IN_A_REFERRAL = Map.of(
            "Patient", 1,
            "Encounter", 1,
            "CarePlan", 1,
            "Organization", 2,
            "Practitioner", 1,
            "PractitionerRole", 1,
            "Consent", 1,
            "HealthcareService", 1);

    private static final Map<String, Integer> IN_A_CANCELLATION = Map.of("Patient", 1, "Organization", 2);

    private static final Set<ServiceRequestStatus> TAKEN_BACK =
            Set.of(ServiceRequestStatus.REVOKED, ServiceRequestStatus.ENTEREDINERROR);

    static Opened open(Bundle bundle, @Nullable String target) {
        if (bundle.getType() != BundleType.MESSAGE || !bundle.hasTimestamp()) {
            return faulty(Issue.invalid("Bundle.type", "A Bundle of the type 'message' with its timestamp is wanted."));
        }
        if (!(bundle.getEntryFirstRep().getResource() instanceof MessageHeader header)) {
            return faulty(Issue.required("Bundle.entry[0]", "A message begins with its MessageHeader."));
        }
        var event = header.getEvent() instanceof Coding coding ? LetterReader.text(coding.getCode()) : "";
        if (!event.equals("servicerequest-request")) {
            return faulty(new Issue(
                    Issue.Code.BAD_REQUEST,
                    IssueType.NOTSUPPORTED,
                    "Referrals are received here, as servicerequest-request; not '" + event + "'.",
                    "MessageHeader.event",
                    List.of()));
        }
        if (!(focus(bundle, header) instanceof ServiceRequest request)) {
            return faulty(
                    Issue.required("MessageHeader.focus", "The focus is to be the ServiceRequest in the Bundle."));
        }
        var destination = header.getDestinationFirstRep().getEndpoint();
        if (LetterReader.agencyAt(destination) == null) {
            return faulty(Issue.invalid(
                    "MessageHeader.destination.endpoint", "Name an agency as " + Terms.AGENCY + "|its-id."));
        }
        if (target != null && !target.equals(destination)) {
            return faulty(Issue.invariant(
                    "MessageHeader.destination.endpoint",
                    "The header NHSD-Target-Identifier names " + target + ", the message " + destination + "."));
        }
        return asks(bundle, header, request);
    }

    private static Opened asks(Bundle bundle, MessageHeader header, ServiceRequest request) {
        var reason = LetterReader.text(LetterReader.codeIn(List.of(header.getReason()), Terms.REASONS));
        var wish = wish(reason, request.getStatus());
        if (wish == null) {
            return faulty(Issue.invariant(
                    "MessageHeader.reason",
                    "The reason '" + reason + "' does not go with the status '"
                            + (request.hasStatus() ? request.getStatus().toCode() : "") + "'."));
        }
        var issues = new ArrayList<Issue>();
        definition(header, wish, reason, issues);
        boolean takenBack = wish == Wish.CANCEL || wish == Wish.UNDO;
        if (!takenBack && !"referral".equals(LetterReader.codeIn(request.getCategory(), Terms.CATEGORIES))) {
            issues.add(Issue.invariant(
                    "ServiceRequest.category", "Its category is to be 'referral' of " + Terms.CATEGORIES + "."));
        }
        if (wish != Wish.SEND && !request.getIdElement().hasIdPart()) {
            issues.add(Issue.required("ServiceRequest.id", "Name the referral by the id that you were given."));
        }
        lacking(bundle, takenBack ? IN_A_CANCELLATION : IN_A_REFERRAL, issues);
        return issues.isEmpty()
                ? new Opened.Asks(new Envelope(bundle, header, request, wish))
                : new Opened.Faulty(issues);
    }

    private static void definition(MessageHeader header, Wish wish, String reason, List<Issue> issues) {
        boolean takenBack = wish == Wish.CANCEL || wish == Wish.UNDO;
        var wanted = takenBack ? Terms.CANCEL_MESSAGE : Terms.REFERRAL_MESSAGE;
        // The published example of a deletion names no definition, against the guide: it is taken all the same.
        boolean maybeNone = reason.equals("delete") && !header.hasDefinition();
        if (!maybeNone && !wanted.equals(header.getDefinition())) {
            issues.add(Issue.invariant("MessageHeader.definition", "For this it is to be " + wanted + "."));
        }
    }

    private static @Nullable Wish wish(String reason, @Nullable ServiceRequestStatus status) {
        if (status == null) {
            return null;
        }
        boolean takenBack = TAKEN_BACK.contains(status);
        return switch (reason) {
            case "new" -> status == ServiceRequestStatus.ACTIVE ? Wish.SEND : null;
            case "update" ->
                takenBack ? takingBack(status) : status == ServiceRequestStatus.ACTIVE ? Wish.UPDATE : null;
            case "delete" -> takenBack ? takingBack(status) : null;
            default -> null;
        };
    }

    private static Wish takingBack(ServiceRequestStatus status) {
        return status == ServiceRequestStatus.REVOKED ? Wish.CANCEL : Wish.UNDO;
    }

    private static void lacking(Bundle bundle, Map<String, Integer> wanted, List<Issue> issues) {
        var counts = bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(resource -> resource != null)
                .collect(Collectors.groupingBy(Resource::fhirType, Collectors.counting()));
        new java.util.TreeMap<>(wanted).forEach((type, least) -> {
            if (counts.getOrDefault(type, 0L) < least) {
                issues.add(Issue.required("Bundle.entry", "The message needs " + least + " " + type + " at least."));
            }
        });
        if (counts.getOrDefault("Patient", 0L) > 1) {
            issues.add(Issue.invariant("Bundle.entry", "A message is about one Patient."));
        }
    }

    private static @Nullable Resource focus(Bundle bundle, MessageHeader header) {
        var byAddress = bundle.getEntry().stream()
                .filter(entry -> entry.getFullUrl() != null && entry.getResource() != null)
                .collect(Collectors.toMap(
                        Bundle.BundleEntryComponent::getFullUrl, Function.identity(), (first, _) -> first));
        var entry = byAddress.get(LetterReader.text(header.getFocusFirstRep().getReference()));
        return entry == null ? null : entry.getResource();
    }

    private static Opened faulty(Issue issue) {
        return new Opened.Faulty(List.of(issue));
    }
}
