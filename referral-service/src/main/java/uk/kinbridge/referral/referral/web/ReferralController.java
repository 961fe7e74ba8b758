package uk.kinbridge.referral.referral.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
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
import uk.kinbridge.referral.family.Family;
import uk.kinbridge.referral.information.StatedSharing;
import uk.kinbridge.referral.referral.Act;
import uk.kinbridge.referral.referral.Call;
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
    private final ReferralAnswers answers;
    private final InstantSource time;

    ReferralController(
            SubmitReferral submit,
            HandleReferral handle,
            Referrals referrals,
            ReferralAnswers answers,
            InstantSource time) {
        this.submit = submit;
        this.handle = handle;
        this.referrals = referrals;
        this.answers = answers;
        this.time = time;
    }

    record EnclosureBody(@NotBlank String item, @NotBlank String documentId) {

        static List<SubmitReferral.Enclosure> all(@Nullable List<EnclosureBody> bodies) {
            return bodies == null
                    ? List.of()
                    : bodies.stream()
                            .map(d -> new SubmitReferral.Enclosure(d.item, d.documentId))
                            .toList();
        }
    }

    record CallBody(
            @NotNull OffsetDateTime at,
            @NotBlank @Size(max = 200) String spokeTo,
            @NotBlank @Size(max = 4_000) String decision,
            Call.@NotNull Proceed proceed) {

        static @Nullable Call call(@Nullable CallBody body) {
            return body == null ? null : new Call(body.at.toInstant(), body.spokeTo, body.decision, body.proceed);
        }
    }

    record ReferralBody(
            @NotBlank @Size(max = 60) String protocol,
            @NotBlank @Size(max = 60) String pathway,
            @NotBlank String familyId,
            @NotBlank String subjectId,
            @NotBlank String recipientAgency,
            @Nullable Map<@ItemName String, @Size(max = 20_000) String> texts,
            @Nullable @Size(max = 20) List<@Valid EnclosureBody> documents,
            @Nullable @Valid CallBody call,
            @Nullable @Size(max = 60) List<@NotBlank String> situation,
            @Nullable String earlierReferralId,
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
                    EnclosureBody.all(documents),
                    CallBody.call(call),
                    situation == null ? List.of() : situation,
                    earlierReferralId);
        }
    }

    record SubmissionBody(
            @Nullable Map<@ItemName String, @Size(max = 20_000) String> texts,
            @Nullable @Size(max = 20) List<@Valid EnclosureBody> documents,
            @Nullable StatedSharing sharing) {}

    @Operation(
            summary = "Send a referral",
            description = "On a pathway of a local protocol. What the pathway asks for must be there (HAC-02); the"
                    + " clocks start at once and those concerned are told (HAC-03, HAC-17). Each referral passes a"
                    + " decision on sharing, for which 'sharing' states the concern, consent and the talk with the family;"
                    + " what it lets through is what the other agency sees (SAL-02, JWP-06, JWP-07). Where the protocol"
                    + " wants a call first (SAL-04, DOR-01), the call goes with it; what is to be written may follow at"
                    + " the submission. Repeat with the same Idempotency-Key when no answer came.")
    @IdempotentCreation
    @PostMapping
    ResponseEntity<?> submit(@Valid @RequestBody ReferralBody body, IdempotencyKey key, Caller caller) {
        if (ReferralAccess.submit(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        var now = time.instant();
        var id = key.derivedId().toString();
        var outcome = key.again()
                ? submit.submit(id, body.toRequest(), body.stated(), caller, now)
                : submit.submitFirst(id, body.toRequest(), body.stated(), caller, now);
        return switch (outcome) {
            case SubmitReferral.Outcome.Submitted(Held held, Family family) ->
                ResponseEntity.created(
                                URI.create("/api/referrals/" + held.referral().id()))
                        .eTag(EntityTag.of(held.version()))
                        .body(
                                family == null
                                        ? answers.view(held, caller, now)
                                        : answers.justSent(held, family, caller, now));
            case SubmitReferral.Outcome refused -> ReferralProblems.of(refused);
        };
    }

    @Operation(summary = "One referral, for its parties")
    @GetMapping("/{id}")
    ResponseEntity<?> read(@PathVariable String id, Caller caller) {
        return referrals
                .find(id)
                .filter(held -> ReferralAccess.read(caller, held.referral()).isGranted())
                .<ResponseEntity<?>>map(held -> answers.of(held, caller, time.instant()))
                .orElseGet(() -> Problem.notFound().response());
    }

    @Operation(
            summary = "Write down and send what was agreed in a call",
            description = "For a referral that began with a call (SAL-05, DOR-01). What was given before stays.")
    @PostMapping("/{id}/submission")
    ResponseEntity<?> send(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody SubmissionBody body, Caller caller) {
        var now = time.instant();
        var texts = body.texts == null ? Map.<String, String>of() : body.texts;
        return answers.of(
                handle.send(
                        id,
                        ifMatch.version(),
                        caller,
                        texts,
                        EnclosureBody.all(body.documents),
                        body.sharing == null ? StatedSharing.NOTHING : body.sharing,
                        now),
                caller,
                now);
    }

    @Operation(
            summary = "Record the advice that a talk about the case ended in",
            description = "Instead of a written referral (SAL-15, DOR-03).")
    @PostMapping("/{id}/advice")
    ResponseEntity<?> advised(
            @PathVariable String id,
            IfMatch ifMatch,
            @Valid @RequestBody ReceivingController.Said body,
            Caller caller) {
        var now = time.instant();
        return answers.of(
                handle.act(id, ifMatch.version(), caller, new Act.GiveAdvice(body.words()), now), caller, now);
    }

    record OutsideBody(
            @NotNull Boolean told,
            @NotBlank @Size(max = 300) String whom,
            @NotBlank @Size(max = 4_000) String how) {}

    @Operation(
            summary = "Record that somebody without an account here was told, such as the parent's GP",
            description = "By the referring agency, where the protocol asks for it (SAL-09). 'whom' says who was told,"
                    + " 'how' in which way; where nobody was, 'told' is false and 'how' says why.")
    @PostMapping("/{id}/outside-tellings")
    ResponseEntity<?> toldOutside(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody OutsideBody body, Caller caller) {
        var now = time.instant();
        var act = new Act.TellOutside(body.told, body.whom, body.how);
        return answers.of(handle.act(id, ifMatch.version(), caller, act, now), caller, now);
    }

    @Operation(summary = "Take a referral back", description = "The referring agency keeps the family.")
    @PostMapping("/{id}/withdrawal")
    ResponseEntity<?> withdraw(
            @PathVariable String id,
            IfMatch ifMatch,
            @Valid @RequestBody ReceivingController.Said body,
            Caller caller) {
        var now = time.instant();
        return answers.of(handle.act(id, ifMatch.version(), caller, new Act.Withdraw(body.words()), now), caller, now);
    }
}
