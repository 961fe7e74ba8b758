package uk.kinbridge.referral.referral.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.EntityTag;
import uk.kinbridge.platform.web.etag.IfMatch;
import uk.kinbridge.platform.web.idempotency.IdempotencyKey;
import uk.kinbridge.platform.web.idempotency.IdempotentCreation;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.referral.information.KeptDecision;
import uk.kinbridge.referral.information.StatedSharing;
import uk.kinbridge.referral.referral.HandleReferral;
import uk.kinbridge.referral.referral.ReferralAccess;
import uk.kinbridge.referral.referral.Referrals;
import uk.kinbridge.referral.referral.Referrals.Held;
import uk.kinbridge.referral.referral.SubmitReferral;

/** Referrals between agencies. */
@Tag(name = "Referrals", description = "Referrals on the pathways of the local protocols")
@RestController
@RequestMapping("/api/referrals")
class ReferralController {

    private final SubmitReferral submit;
    private final HandleReferral handle;
    private final Referrals referrals;
    private final InstantSource time;

    ReferralController(SubmitReferral submit, HandleReferral handle, Referrals referrals, InstantSource time) {
        this.submit = submit;
        this.handle = handle;
        this.referrals = referrals;
        this.time = time;
    }

    record EnclosureBody(@NotBlank String item, @NotBlank String documentId) {}

    record ReferralBody(
            @NotBlank @Size(max = 60) String protocol,
            @NotBlank @Size(max = 60) String pathway,
            @NotBlank String familyId,
            @NotBlank String subjectId,
            @NotBlank String recipientAgency,
            @Nullable Map<String, @Size(max = 20_000) String> texts,
            @Nullable @Size(max = 20) List<@Valid EnclosureBody> documents,
            @Nullable StatedSharing sharing) {

        StatedSharing stated() {
            return sharing == null ? StatedSharing.NOTHING : sharing;
        }

        SubmitReferral.Request toRequest() {
            return new SubmitReferral.Request(
                    protocol,
                    pathway,
                    familyId,
                    subjectId,
                    recipientAgency,
                    texts == null ? Map.of() : texts,
                    documents == null
                            ? List.of()
                            : documents.stream()
                                    .map(d -> new SubmitReferral.Enclosure(d.item, d.documentId))
                                    .toList());
        }
    }

    record InvitationBody(
            @NotNull OffsetDateTime appointmentAt,
            @Size(max = 300) @Nullable String place) {}

    @Operation(
            summary = "Send a referral",
            description = "On a pathway of a local protocol. What the pathway asks for must be there (HAC-02); the"
                    + " clocks start at once and those concerned are told (HAC-03, HAC-17). Each referral passes a decision"
                    + " on sharing, for which 'sharing' states the concern, consent and the talk with the family; what"
                    + " it lets through is what the other agency sees (SAL-02, JWP-06, JWP-07). Repeat with the same"
                    + " Idempotency-Key when no answer came.")
    @IdempotentCreation
    @PostMapping
    ResponseEntity<?> submit(@Valid @RequestBody ReferralBody body, IdempotencyKey key, Caller caller) {
        if (ReferralAccess.submit(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        var now = time.instant();
        return switch (submit.submit(key.derivedId().toString(), body.toRequest(), body.stated(), caller, now)) {
            case SubmitReferral.Outcome.Submitted(Held held) ->
                ResponseEntity.created(
                                URI.create("/api/referrals/" + held.referral().id()))
                        .eTag(EntityTag.of(held.version()))
                        .body(ReferralView.of(held.referral(), caller, now));
            case SubmitReferral.Outcome.Incomplete incomplete -> ReferralProblems.incomplete(incomplete);
            case SubmitReferral.Outcome.WrongWay wrongWay -> ReferralProblems.wrongWay(wrongWay);
            case SubmitReferral.Outcome.NotShared(KeptDecision decision) -> ReferralProblems.notShared(decision);
            case SubmitReferral.Outcome.Unknown unknown -> ReferralProblems.unknown(unknown);
        };
    }

    @Operation(summary = "One referral, for its parties")
    @GetMapping("/{id}")
    ResponseEntity<?> read(@PathVariable String id, Caller caller) {
        return referrals
                .find(id)
                .filter(held -> ReferralAccess.read(caller, held.referral()).isGranted())
                .<ResponseEntity<?>>map(held -> answer(held, caller, time.instant()))
                .orElseGet(() -> Problem.notFound().response());
    }

    @Operation(
            summary = "Acknowledge a referral",
            description = "By the role that the pathway names, or a manager of the receiving agency (HAC-03, HAC-17)."
                    + " A second acknowledgement changes nothing.")
    @PostMapping("/{id}/acknowledgement")
    ResponseEntity<?> acknowledge(@PathVariable String id, IfMatch ifMatch, Caller caller) {
        var now = time.instant();
        return answer(handle.acknowledge(id, ifMatch.version(), caller, now), caller, now);
    }

    @Operation(
            summary = "Record the invitation to an assessment",
            description = "Within 5 working days of a priority referral (HAC-03).")
    @PostMapping("/{id}/assessment-invitation")
    ResponseEntity<?> invite(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody InvitationBody body, Caller caller) {
        var now = time.instant();
        return answer(
                handle.invite(id, ifMatch.version(), caller, body.appointmentAt.toInstant(), body.place, now),
                caller,
                now);
    }

    private static ResponseEntity<?> answer(HandleReferral.Outcome outcome, Caller caller, Instant now) {
        return switch (outcome) {
            case HandleReferral.Outcome.Done(Held held) -> answer(held, caller, now);
            case HandleReferral.Outcome.NotPermitted(AccessDecision.Refused refused) ->
                Problem.of(refused).response();
            case HandleReferral.Outcome.Stale() -> IfMatch.stale().response();
            case HandleReferral.Outcome.AppointmentInThePast() -> ReferralProblems.appointmentInThePast();
        };
    }

    private static ResponseEntity<?> answer(Held held, Caller caller, Instant now) {
        return ResponseEntity.ok()
                .eTag(EntityTag.of(held.version()))
                .body(ReferralView.of(held.referral(), caller, now));
    }
}
