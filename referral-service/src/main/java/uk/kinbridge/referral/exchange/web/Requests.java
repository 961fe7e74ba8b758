package uk.kinbridge.referral.exchange.web;

import java.util.Date;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import uk.kinbridge.referral.exchange.Letter;
import uk.kinbridge.referral.exchange.Letter.Origin;

/** A referral as a ServiceRequest. */
final class Requests {

    static final String EARLIER = "The referral that this one follows";

    private Requests() {}

    /** By itself, for its reader: people and agencies are named by their ids, not by their names. */
    static ServiceRequest alone(Letter letter, Origin origin) {
        var request = of(letter, origin);
        request.setSubject(named(Terms.MEMBER, letter.household().subject().id(), "Patient"));
        request.setRequester(named(Terms.AGENCY, letter.from().agency(), "Organization"));
        request.addPerformer(named(Terms.AGENCY, letter.to().agency(), "Organization"));
        return request;
    }

    private static Reference named(String system, @org.jspecify.annotations.Nullable String value, String type) {
        return new Reference().setType(type).setIdentifier(LetterWriter.id(system, value));
    }

    /** Without those who take part in it. */
    static ServiceRequest of(Letter letter, Origin origin) {
        var request = new ServiceRequest();
        request.setId(origin.id());
        request.getMeta()
                .setVersionId(String.valueOf(origin.version()))
                .setLastUpdated(Date.from(origin.changedAt()))
                .addProfile(Terms.PROFILES + "BARSServiceRequest-request-referral");
        request.addIdentifier(LetterWriter.id(Terms.REFERENCE, origin.reference()));
        var pinned = origin.protocol();
        request.addInstantiatesUri(Terms.PROTOCOLS + pinned.pack() + "/" + pinned.version() + "#" + pinned.hash());
        request.setStatus(status(origin.status())).setIntent(ServiceRequest.ServiceRequestIntent.PLAN);
        request.addCategory()
                .addCoding(new Coding(Terms.CATEGORIES, "referral", "Transfer of Care"))
                .addCoding(new Coding().setSystem(Terms.PATHWAYS).setCode(letter.protocol() + "/" + letter.pathway()));
        var submittedAt = origin.submittedAt();
        request.setOccurrence(new Period().setStartElement(LetterWriter.time(origin.begunAt())));
        request.setAuthoredOnElement(LetterWriter.time(submittedAt == null ? origin.begunAt() : submittedAt));
        if (submittedAt != null) {
            var sent = new InstantType(
                    Date.from(submittedAt),
                    ca.uhn.fhir.model.api.TemporalPrecisionEnum.MILLI,
                    java.util.TimeZone.getTimeZone("UTC"));
            request.addExtension(new Extension(Terms.SUBMITTED_AT, sent));
        }
        var earlier = letter.earlier();
        if (earlier != null) {
            request.addSupportingInfo(new Reference("ServiceRequest/" + earlier).setDisplay(EARLIER));
        }
        return request;
    }

    static ServiceRequestStatus status(Letter.Status status) {
        return switch (status) {
            case ACTIVE -> ServiceRequestStatus.ACTIVE;
            case WITHDRAWN -> ServiceRequestStatus.REVOKED;
            case MISTAKEN -> ServiceRequestStatus.ENTEREDINERROR;
            case ENDED -> ServiceRequestStatus.COMPLETED;
        };
    }

    static Letter.Status status(ServiceRequestStatus status) {
        return switch (status) {
            case REVOKED -> Letter.Status.WITHDRAWN;
            case ENTEREDINERROR -> Letter.Status.MISTAKEN;
            case COMPLETED -> Letter.Status.ENDED;
            case ACTIVE, DRAFT, ONHOLD, UNKNOWN, NULL -> Letter.Status.ACTIVE;
        };
    }
}
