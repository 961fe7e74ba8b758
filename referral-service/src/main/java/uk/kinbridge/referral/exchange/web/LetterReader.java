package uk.kinbridge.referral.exchange.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.sharing.FieldGroup;
import uk.kinbridge.referral.exchange.Enclosed;
import uk.kinbridge.referral.exchange.Letter;
import uk.kinbridge.referral.referral.Attachment;
import uk.kinbridge.referral.referral.Call;
import uk.kinbridge.referral.referral.Pinned;
import uk.kinbridge.referral.referral.Receiver;
import uk.kinbridge.referral.referral.Sender;

/**
 * Reads a message of the standard as a letter. What it cannot read it names: as an issue where the letter would say
 * something else without it, and else among what was not taken.
 */
final class LetterReader {

    /** What the standard wants in a message and a referral here has no use for: nothing is lost with it. */
    private static final Set<String> FRAME = Set.of(
            "MessageHeader",
            "ServiceRequest",
            "HealthcareService",
            "Encounter",
            "CarePlan",
            "Patient",
            "RelatedPerson",
            "Organization",
            "Practitioner",
            "PractitionerRole");

    /** Begins the name of an answer that holds a safeguarding flag which the protocols have no word for. */
    static final String FLAG = "safeguarding-flag-";

    /** How the packs write the name of an item, and how a flag that they have no word for is kept beside them. */
    private static final String ITEM = "[a-z0-9][a-z0-9-]{0,79}|" + FLAG + "[A-Za-z0-9-]*";

    private final Map<String, Resource> byAddress = new HashMap<>();
    private final List<Resource> all = new ArrayList<>();
    private final Bundle bundle;
    private final MessageHeader header;
    private final ServiceRequest request;
    private final List<Issue> issues = new ArrayList<>();
    private final Set<Issue> notTaken = new LinkedHashSet<>();

    private LetterReader(Bundle bundle, MessageHeader header, ServiceRequest request) {
        for (var entry : bundle.getEntry()) {
            var resource = entry.getResource();
            if (resource != null) {
                all.add(resource);
                byAddress.put(entry.getFullUrl(), resource);
                byAddress.put(
                        resource.fhirType() + "/" + resource.getIdElement().getIdPart(), resource);
            }
        }
        this.bundle = bundle;
        this.header = header;
        this.request = request;
    }

    /** How reading ends. */
    sealed interface Reading {
        /** @param notTaken what the sender should know is not kept */
        record Read(Letter letter, List<Issue> notTaken) implements Reading {}

        record Faulty(List<Issue> issues) implements Reading {}
    }

    static Reading read(Bundle bundle, MessageHeader header, ServiceRequest request) {
        var reader = new LetterReader(bundle, header, request);
        var letter = reader.letter();
        return letter == null || !reader.issues.isEmpty()
                ? new Reading.Faulty(reader.issues)
                : new Reading.Read(letter, List.copyOf(reader.notTaken));
    }

    private @Nullable Letter letter() {
        var pathway = pathway();
        var to = to();
        if (!(resolved(request.getSubject()) instanceof Patient patient)) {
            issues.add(
                    Issue.required("ServiceRequest.subject", "The person referred is to be a Patient in the Bundle."));
            return null;
        }
        issues.addAll(Unheard.modifiers(bundle));
        if (request.getDoNotPerform()) {
            issues.add(Issue.invariant("ServiceRequest.doNotPerform", "A referral asks for something to be done."));
        }
        // Somebody who is marked as no longer related is no news of the family.
        var people = new PeopleReader(
                patient,
                of(RelatedPerson.class)
                        .filter(related -> !related.hasActive() || related.getActive())
                        .toList());
        if (patient.hasActive() && !patient.getActive()) {
            notKept("Patient.active");
        }
        var texts = new HashMap<String, String>();
        var situation = new ArrayList<String>();
        var statement = new StatementReader(people, issues);
        for (var resource : all) {
            if (isVoid(resource)) {
                notKept(
                        resource.fhirType(),
                        "A " + resource.fhirType()
                                + " that is not or no longer so is not taken in, and takes nothing back.");
                continue;
            }
            Unheard.in(resource).forEach(this::notKept);
            switch (resource) {
                case QuestionnaireResponse answers
                when StatementReader.isStatement(answers) -> statement.statement(answers);
                case QuestionnaireResponse answers -> texts.putAll(answers(answers));
                case Flag flag -> flag(flag, situation, texts);
                case Consent consent ->
                    statement.consent(consent, this::resolved).ifPresent(why -> notKept("Consent", why));
                case Communication talk when isCall(talk) -> {}
                case DocumentReference _ -> {}
                case Observation seen when isNoChildren(seen) -> {}
                case Resource other when FRAME.contains(other.fhirType()) -> {}
                case Resource other -> notKept(other.fhirType());
            }
        }
        var household =
                people.household(valid(Observation.class).anyMatch(LetterReader::isNoChildren), decision(), fields());
        return new Letter(
                origin(),
                pathway[0],
                pathway[1],
                from(),
                to,
                household,
                texts,
                documents(),
                call(),
                situation,
                earlier(),
                statement.stated());
    }

    private void notKept(String what) {
        notKept(what, what + " is not kept here; say it in an answer.");
    }

    private void notKept(String what, String why) {
        notTaken.add(Issue.remark(why, what, List.of()));
    }

    /** What is marked as wrong, as not done or as over says nothing of what is so. */
    private static boolean isVoid(Resource resource) {
        return switch (resource) {
            case QuestionnaireResponse answers ->
                answers.getStatus() == QuestionnaireResponse.QuestionnaireResponseStatus.ENTEREDINERROR
                        || answers.getStatus() == QuestionnaireResponse.QuestionnaireResponseStatus.STOPPED;
            case Flag flag -> flag.getStatus() != Flag.FlagStatus.ACTIVE;
            case Communication talk -> talk.getStatus() != Communication.CommunicationStatus.COMPLETED;
            case DocumentReference document ->
                document.getStatus() != Enumerations.DocumentReferenceStatus.CURRENT
                        || document.getDocStatus() == DocumentReference.ReferredDocumentStatus.ENTEREDINERROR;
            case Observation seen ->
                seen.getStatus() == Observation.ObservationStatus.ENTEREDINERROR
                        || seen.getStatus() == Observation.ObservationStatus.CANCELLED;
            case RelatedPerson related -> related.hasActive() && !related.getActive();
            default -> false;
        };
    }

    private String[] pathway() {
        var code = codeIn(request.getCategory(), Terms.PATHWAYS);
        var parts = code == null ? new String[0] : code.split("/", -1);
        if (parts.length != 2) {
            issues.add(Issue.required(
                    "ServiceRequest.category",
                    "Name the pathway as protocol/pathway, such as hackney/into-treatment, in " + Terms.PATHWAYS
                            + "."));
            return new String[] {"", ""};
        }
        return parts;
    }

    private Receiver to() {
        var destination = header.getDestinationFirstRep();
        var agency = agencyAt(destination.getEndpoint());
        if (agency == null) {
            issues.add(Issue.invalid(
                    "MessageHeader.destination.endpoint", "Name an agency as " + Terms.AGENCY + "|its-id."));
        }
        var role = of(HealthcareService.class)
                .flatMap(service -> Stream.ofNullable(codeIn(service.getType(), Terms.ROLES)))
                .findFirst();
        return new Receiver(agency == null ? "" : agency, nameOf(resolved(destination.getReceiver())), role.orElse(""));
    }

    private Sender from() {
        var agency = resolved(header.getSender()) instanceof Organization sender ? sender : new Organization();
        var practitioner =
                resolved(request.getRequester()) instanceof Practitioner person ? person : new Practitioner();
        return new Sender(
                text(valueIn(agency.getIdentifier(), Terms.AGENCY)),
                nameOf(agency),
                text(valueIn(practitioner.getIdentifier(), Terms.WORKER)),
                PeopleReader.spoken(practitioner.getNameFirstRep()));
    }

    /** {@code system|value}; null when it is not an agency of ours. */
    static @Nullable String agencyAt(@Nullable String endpoint) {
        return endpoint != null && endpoint.startsWith(Terms.AGENCY + "|")
                ? endpoint.substring(Terms.AGENCY.length() + 1)
                : null;
    }

    private Letter.@Nullable Origin origin() {
        var uri = request.getInstantiatesUri().stream()
                .map(one -> one.getValue())
                .filter(one -> one.startsWith(Terms.PROTOCOLS) && one.contains("#"))
                .findFirst();
        var reference = valueIn(request.getIdentifier(), Terms.REFERENCE);
        var version = versionOf(request);
        if (uri.isEmpty() || reference == null || version == null) {
            return null;
        }
        var protocol = uri.get().substring(Terms.PROTOCOLS.length()).split("[/#]", -1);
        var begun = request.getOccurrence() instanceof Period period ? instant(period.getStartElement()) : null;
        if (protocol.length != 3 || begun == null || !protocol[1].matches("[0-9]{1,9}")) {
            return null;
        }
        var sent = request.getExtensionByUrl(Terms.SUBMITTED_AT);
        var changed = request.getMeta().getLastUpdated();
        return new Letter.Origin(
                request.getIdElement().getIdPart(),
                reference,
                version,
                new Pinned(protocol[0], Integer.parseInt(protocol[1]), protocol[2]),
                begun,
                sent != null && sent.getValue() instanceof InstantType at ? instant(at) : null,
                changed == null ? begun : changed.toInstant(),
                Requests.status(request.getStatus()));
    }

    /** The version that the sender has read; null when it does not say. */
    static @Nullable Long versionOf(ServiceRequest request) {
        var version = request.getMeta().getVersionId();
        return version != null && version.matches("[0-9]{1,18}") ? Long.valueOf(version) : null;
    }

    private Map<String, String> answers(QuestionnaireResponse response) {
        var texts = new HashMap<String, String>();
        for (var item : response.getItem()) {
            if (!item.getItem().isEmpty()) {
                issues.add(Issue.invalid("QuestionnaireResponse.item", "Answers are not nested here."));
            }
            var said = item.getAnswer().stream()
                    .map(answer -> spoken(answer.getValue()))
                    .toList();
            if (text(item.getLinkId()).matches(ITEM)) {
                texts.put(text(item.getLinkId()), String.join("\n", said));
            } else {
                issues.add(Issue.invalid(
                        "QuestionnaireResponse.item.linkId",
                        "Name an item as the pathway does: small letters, digits and hyphens."));
            }
        }
        return texts;
    }

    private static String spoken(@Nullable Base value) {
        return switch (value) {
            case null -> "";
            case Coding coding -> coding.hasDisplay() ? coding.getDisplay() : text(coding.getCode());
            default -> text(value.primitiveValue());
        };
    }

    /** A flag in our words is a fact of the case; any other one is kept as it is said, so that nobody overlooks it. */
    private void flag(Flag flag, List<String> situation, Map<String, String> texts) {
        var ours = codeIn(List.of(flag.getCode()), Terms.SITUATION);
        if (ours != null) {
            situation.add(ours);
            return;
        }
        var coding = flag.getCode().getCodingFirstRep();
        var words = flag.getCode().hasText() ? flag.getCode().getText() : text(coding.getDisplay());
        texts.put(
                FLAG + text(coding.getCode()).replaceAll("[^A-Za-z0-9-]", "-"),
                (words + " (" + text(coding.getSystem()) + "|" + text(coding.getCode()) + ")").strip());
    }

    private List<Enclosed> documents() {
        return valid(DocumentReference.class)
                .map(this::document)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private @Nullable Enclosed document(DocumentReference document) {
        var item = codeIn(document.getCategory(), Terms.REQUIREMENTS);
        if (item == null) {
            issues.add(Issue.required(
                    "DocumentReference.category",
                    "Name the requirement that the document answers, in " + Terms.REQUIREMENTS + "."));
            return null;
        }
        var attachment = document.getContentFirstRep().getAttachment();
        var id = idOfKept(attachment.getUrl());
        if (id != null) {
            return new Enclosed.Kept(new Attachment(
                    item,
                    id,
                    text(attachment.getTitle()),
                    text(attachment.getContentType()),
                    attachment.getSize(),
                    text(valueIn(document.getIdentifier(), Terms.SHA_256))));
        }
        if (attachment.hasData()) {
            var bytes = attachment.getData();
            return new Enclosed.Inside(item, attachment.hasTitle() ? attachment.getTitle() : item, bytes::clone);
        }
        issues.add(Issue.required(
                "DocumentReference.content.attachment",
                "Send the document in 'data', or in 'url' as /api/documents/{id} when it was uploaded before."));
        return null;
    }

    private static @Nullable String idOfKept(@Nullable String url) {
        if (url == null) {
            return null;
        }
        var path = "/api/documents/";
        int at = url.indexOf(path);
        return at < 0 ? null : url.substring(at + path.length()).replaceFirst("/content$", "");
    }

    private static boolean isCall(Communication talk) {
        return LetterWriter.OF_THE_CALL.equals(codeIn(List.of(talk.getTopic()), Terms.CALLS));
    }

    private @Nullable Call call() {
        var talk = valid(Communication.class).filter(LetterReader::isCall).findFirst();
        if (talk.isEmpty()) {
            return null;
        }
        var at = instant(talk.get().getSentElement());
        var proceed = codeIn(talk.get().getReasonCode(), Terms.CALLS);
        if (at == null || proceed == null || !talk.get().hasPayload()) {
            issues.add(Issue.required(
                    "Communication",
                    "A call has its moment, what was agreed, and whether to refer or advice was given."));
            return null;
        }
        return new Call(
                at,
                text(talk.get().getRecipientFirstRep().getDisplay()),
                spoken(talk.get().getPayloadFirstRep().getContent()),
                proceed.equals("advice") ? Call.Proceed.ADVICE : Call.Proceed.REFER);
    }

    private @Nullable String earlier() {
        return request.getSupportingInfo().stream()
                .map(Reference::getReference)
                .filter(one -> one != null && one.startsWith("ServiceRequest/"))
                .map(one -> one.substring("ServiceRequest/".length()))
                .findFirst()
                .orElse(null);
    }

    private @Nullable String decision() {
        return of(Consent.class)
                .flatMap(consent -> Stream.ofNullable(valueIn(consent.getIdentifier(), Terms.DECISION)))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Set<FieldGroup> fields() {
        var named = of(Consent.class)
                .flatMap(consent -> consent.getExtensionsByUrl(Terms.LET_THROUGH).stream())
                .map(extension -> extension.getValue().primitiveValue())
                .toList();
        if (named.isEmpty()) {
            return null;
        }
        return Arrays.stream(FieldGroup.values())
                .filter(field -> named.contains(field.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isNoChildren(Observation seen) {
        return seen.getValue() instanceof CodeableConcept value
                && "NoChildren".equals(codeIn(List.of(value), Terms.HOUSEHOLDS));
    }

    /** Those that say what is so. */
    private <T extends Resource> Stream<T> valid(Class<T> type) {
        return of(type).filter(one -> !isVoid(one));
    }

    private <T extends Resource> Stream<T> of(Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast);
    }

    private @Nullable Resource resolved(Reference reference) {
        return byAddress.get(text(reference.getReference()));
    }

    private static String nameOf(@Nullable Resource resource) {
        return resource instanceof Organization organization ? text(organization.getName()) : "";
    }

    static @Nullable String codeIn(List<CodeableConcept> concepts, String system) {
        return concepts.stream()
                .flatMap(concept -> concept.getCoding().stream())
                .filter(coding -> system.equals(coding.getSystem()))
                .map(Coding::getCode)
                .findFirst()
                .orElse(null);
    }

    static @Nullable String valueIn(List<Identifier> identifiers, String system) {
        return identifiers.stream()
                .filter(one -> system.equals(one.getSystem()) && one.hasValue())
                .map(Identifier::getValue)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant instant(BaseDateTimeType time) {
        return time.getValue() == null ? null : time.getValue().toInstant();
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
