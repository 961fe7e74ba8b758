package uk.kinbridge.referral.contact.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.platform.access.AccessLog;
import uk.kinbridge.platform.access.Look;
import uk.kinbridge.platform.page.Cursor;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.page.PageRequest;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.idempotency.IdempotencyKey;
import uk.kinbridge.platform.web.idempotency.IdempotentCreation;
import uk.kinbridge.platform.web.page.ListName;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.ProblemCatalogue;
import uk.kinbridge.platform.web.problem.ProblemType;
import uk.kinbridge.referral.access.Records;
import uk.kinbridge.referral.contact.Contact;
import uk.kinbridge.referral.contact.Contacts;
import uk.kinbridge.referral.contact.MakeContact;
import uk.kinbridge.referral.contact.MakeContact.Outcome;
import uk.kinbridge.referral.information.FamilyFacts;
import uk.kinbridge.referral.information.InformationAccess;
import uk.kinbridge.referral.information.KeptDecision;
import uk.kinbridge.referral.information.StatedSharing;

/** Ways of a protocol that are no referral. */
@Tag(
        name = "Talks and alerts",
        description = "The GP, the Designated Officer and others are told; a case is discussed and the advice kept")
@RestController
@RequestMapping("/api/families/{familyId}/contacts")
class ContactController {

    static final ProblemType NOT_TOLD = new ProblemType(
            "not-told",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The family may not be named like this",
            "'askFirst' names those who have to be asked. State the concern, and 'consents' with what each answered or"
                    + " why they were not asked; or talk about the case without naming the family.");

    static final ProblemType NOT_THIS_WAY = new ProblemType(
            "not-this-way",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The protocol opens no such way, or something does not fit it",
            "'errors' names the fields. POST /api/routes says which ways a situation opens.");

    /** Documents the problems of talks and alerts. */
    @Component
    static class Problems implements ProblemCatalogue {
        @Override
        public List<ProblemType> types() {
            return List.of(NOT_TOLD, NOT_THIS_WAY);
        }
    }

    private static final String LIST = "contacts";
    private static final String LOG = "contact-access-log";

    private final MakeContact make;
    private final Contacts contacts;
    private final FamilyFacts families;
    private final AccessLog log;
    private final InstantSource time;

    ContactController(MakeContact make, Contacts contacts, FamilyFacts families, AccessLog log, InstantSource time) {
        this.make = make;
        this.contacts = contacts;
        this.families = families;
        this.log = log;
        this.time = time;
    }

    record ContactBody(
            @NotBlank @Size(max = 60) String protocol,
            @NotBlank @Size(max = 80) String route,
            @NotEmpty @Size(max = 60) List<@NotBlank String> situation,
            Contact.@Nullable Kind kind,
            @Nullable @Size(max = 80) String agency,
            @NotBlank @Size(max = 200) String withWhom,
            @Nullable OffsetDateTime at,
            @NotBlank @Size(max = 20_000) String words,
            @Nullable @Size(max = 20_000) String advice,
            @Nullable Boolean named,
            @Nullable @Size(max = 50) List<@NotBlank String> about,
            @Nullable StatedSharing sharing) {

        MakeContact.Request toRequest() {
            return new MakeContact.Request(
                    protocol,
                    route,
                    situation,
                    kind,
                    agency,
                    withWhom,
                    at == null ? null : at.toInstant(),
                    words,
                    advice,
                    !Boolean.FALSE.equals(named),
                    about == null ? List.of() : about,
                    sharing == null ? StatedSharing.NOTHING : sharing);
        }
    }

    @Operation(
            summary = "Write down that others were told, or asked for advice",
            description = "On a way that the protocol opens in this situation: the GP is alerted (JWP-12, SAL-09), the"
                    + " Designated Officer (DOR-10), the youth offending service (SAL-10); a case is discussed and the"
                    + " advice kept (SAL-15, DOR-05); those in contact with the family are told (JWP-03). Where the family"
                    + " is named, a decision on sharing comes first, and an agency with an account gets a notice.")
    @IdempotentCreation
    @PostMapping
    ResponseEntity<?> make(
            @PathVariable String familyId, @Valid @RequestBody ContactBody body, IdempotencyKey key, Caller caller) {
        var id = key.derivedId().toString();
        return switch (make.make(id, familyId, body.toRequest(), caller, time.instant())) {
            case Outcome.Made(Contact contact) ->
                ResponseEntity.created(URI.create("/api/families/" + familyId + "/contacts"))
                        .body(ContactView.of(contact));
            case Outcome.NotShared(KeptDecision decision) ->
                Problem.of(NOT_TOLD, "Nobody was told. " + String.join(" ", decision.words()))
                        .with("askFirst", decision.askFirst())
                        .with("obligations", decision.obligations())
                        .obligation(decision.obligations().getFirst())
                        .response();
            case Outcome.NotFound() -> Problem.notFound().response();
            case Outcome.Unknown(Map<String, String> byField) ->
                Problem.of(NOT_THIS_WAY, "Nothing was written down. 'errors' says which fields to correct.")
                        .errors(byField.entrySet().stream()
                                .map(e -> new Problem.FieldError(e.getKey(), e.getValue()))
                                .toList())
                        .response();
        };
    }

    @Operation(summary = "Talks and alerts about a family, as far as your agency may know, the last first")
    @GetMapping
    ResponseEntity<?> list(
            @PathVariable String familyId, @Parameter(hidden = true) @ListName(LIST) PageRequest page, Caller caller) {
        if (InformationAccess.list(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        var keys = page.position();
        var found = contacts.of(
                familyId,
                caller.agency(),
                keys.isEmpty() ? null : new Contacts.Place(Instant.parse(keys.getFirst()), keys.getLast()),
                page.limit() + 1);
        if (found.isEmpty()
                && page.position().isEmpty()
                && families.seenBy(caller, familyId).isEmpty()) {
            return Problem.notFound().response();
        }
        var shown = Page.of(
                found, page, contact -> Cursor.of(LIST, contact.recordedAt().toString(), contact.id()));
        var now = time.instant();
        log.addAll(shown.items().stream()
                .map(contact -> Look.of(Records.CONTACT, contact.id(), caller, "listed", now))
                .toList());
        return ResponseEntity.ok(shown.map(ContactView::of));
    }

    @Operation(
            summary = "Who looked at this talk or alert",
            description = "Every look of the agency that told and of the one that was told, the latest first. An agency"
                    + " from which somebody of the family is protected sees its own looks alone.")
    @GetMapping("/{id}/access-log")
    ResponseEntity<?> accessLog(
            @PathVariable String familyId,
            @PathVariable String id,
            @Parameter(hidden = true) @ListName(LOG) PageRequest page,
            Caller caller) {
        if (InformationAccess.list(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        return contacts.find(id)
                .filter(contact ->
                        contact.family().equals(familyId) && contact.parties().contains(caller.agency()))
                .<ResponseEntity<?>>map(_ -> ResponseEntity.ok(log.page(
                        Records.CONTACT, id, families.hides(familyId, caller) ? caller.agency() : null, LOG, page)))
                .orElseGet(() -> Problem.notFound().response());
    }
}
