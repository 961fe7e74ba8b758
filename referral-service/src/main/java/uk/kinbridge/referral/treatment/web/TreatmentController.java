package uk.kinbridge.referral.treatment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.platform.access.AccessLog;
import uk.kinbridge.platform.access.Look;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.page.PageRequest;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.EntityTag;
import uk.kinbridge.platform.web.etag.IfMatch;
import uk.kinbridge.platform.web.idempotency.IdempotencyKey;
import uk.kinbridge.platform.web.idempotency.IdempotentCreation;
import uk.kinbridge.platform.web.page.ListName;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.referral.access.Records;
import uk.kinbridge.referral.family.ReadFamily;
import uk.kinbridge.referral.treatment.RecordTreatment;
import uk.kinbridge.referral.treatment.RecordTreatment.Outcome;
import uk.kinbridge.referral.treatment.TreatmentAccess;
import uk.kinbridge.referral.treatment.Treatments;

/** That somebody has entered treatment, and who has been told of it. */
@Tag(name = "Treatments", description = "Entering treatment, and telling those who look after the children (SAL-16)")
@RestController
@RequestMapping("/api")
class TreatmentController {

    private static final String LOG = "treatment-access-log";

    private final RecordTreatment record;
    private final Treatments treatments;
    private final ReadFamily families;
    private final AccessLog log;
    private final InstantSource time;

    TreatmentController(
            RecordTreatment record, Treatments treatments, ReadFamily families, AccessLog log, InstantSource time) {
        this.record = record;
        this.treatments = treatments;
        this.families = families;
        this.log = log;
        this.time = time;
    }

    record TreatmentBody(
            @NotBlank @Size(max = 60) String protocol,
            @NotBlank @Size(max = 100) String member,
            @NotNull LocalDate enteredOn) {}

    record TellingBody(
            @NotNull Boolean told,
            @NotBlank @Size(max = 300) String whom,
            @NotBlank @Size(max = 4_000) String how) {}

    @Operation(
            summary = "Record that a member of the family has entered treatment",
            description =
                    "By the service that treats. With the person's consent to liaison the other services that work"
                            + " with the family are told; whoever has no account here, such as the school nurse, is a task of"
                            + " the worker, with a time limit (SAL-16). Without consent nobody is told, and the answer says so.")
    @IdempotentCreation
    @PostMapping("/families/{familyId}/treatments")
    ResponseEntity<?> enter(
            @PathVariable String familyId, @Valid @RequestBody TreatmentBody body, IdempotencyKey key, Caller caller) {
        var entry = new RecordTreatment.Entry(body.protocol, body.member, body.enteredOn);
        return answer(
                HttpStatus.CREATED,
                record.enter(key.derivedId().toString(), familyId, entry, caller, time.instant()),
                caller);
    }

    @Operation(
            summary = "Treatments of a family's members, as far as the caller may know of them",
            description = "The own agency's, and those that it was told of.")
    @GetMapping("/families/{familyId}/treatments")
    ResponseEntity<?> ofFamily(@PathVariable String familyId, Caller caller) {
        var now = time.instant();
        return record.ofFamily(familyId, caller)
                .<ResponseEntity<?>>map(all -> {
                    log.addAll(all.stream()
                            .map(held -> look(held, "listed", caller, now))
                            .toList());
                    return ResponseEntity.ok(Page.last(all.stream()
                            .map(held -> TreatmentView.of(held, caller, now))
                            .toList()));
                })
                .orElseGet(() -> Problem.notFound().response());
    }

    @Operation(
            summary = "Who looked at this treatment",
            description = "Every look of the agency that treats and of those that were told, the latest first (SAL-16)."
                    + " An agency from which somebody of the family is protected sees its own looks alone.")
    @GetMapping("/treatments/{id}/access-log")
    ResponseEntity<?> accessLog(
            @PathVariable String id, @Parameter(hidden = true) @ListName(LOG) PageRequest page, Caller caller) {
        var found = treatments.find(id).filter(held -> TreatmentAccess.sees(caller, held.treatment()));
        if (found.isEmpty()) {
            return Problem.notFound().response();
        }
        var family = families.behind(found.get().treatment().family(), caller);
        return family.readable() == null
                ? Problem.notFound().response()
                : ResponseEntity.ok(
                        log.page(Records.TREATMENT, id, family.hidden() ? caller.agency() : null, LOG, page));
    }

    private static Look look(Treatments.Held held, String what, Caller caller, Instant at) {
        return Look.of(Records.TREATMENT, held.treatment().id(), caller, what, at);
    }

    @Operation(
            summary = "Tell those whom the protocol names, when consent has been given since",
            description = "Whether it may be told is asked anew (SAL-16).")
    @PostMapping("/treatments/{id}/telling")
    ResponseEntity<?> tellNow(@PathVariable String id, IfMatch ifMatch, Caller caller) {
        return answer(HttpStatus.OK, record.tellNow(id, ifMatch.version(), caller, time.instant()), caller);
    }

    @Operation(
            summary = "Record that somebody without an account here was told",
            description =
                    "'whom' says who was told, 'how' in which way; where nobody was, 'told' is false and 'how' says"
                            + " why (SAL-16).")
    @PostMapping("/treatments/{id}/outside-tellings/{kind}")
    ResponseEntity<?> toldOutside(
            @PathVariable String id,
            @PathVariable String kind,
            IfMatch ifMatch,
            @Valid @RequestBody TellingBody body,
            Caller caller) {
        return answer(
                HttpStatus.OK,
                record.toldOutside(id, kind, ifMatch.version(), body.told, body.whom, body.how, caller, time.instant()),
                caller);
    }

    private ResponseEntity<?> answer(HttpStatus status, Outcome outcome, Caller caller) {
        return switch (outcome) {
            case Outcome.Done(Treatments.Held held) -> {
                log.add(look(held, "changed", caller, time.instant()));
                var done = ResponseEntity.status(status).eTag(EntityTag.of(held.version()));
                if (status == HttpStatus.CREATED) {
                    done.location(URI.create("/api/families/" + held.treatment().family() + "/treatments"));
                }
                yield done.body(TreatmentView.of(held, caller, time.instant()));
            }
            case Outcome.NotPermitted(var refused) -> Problem.of(refused).response();
            case Outcome.Stale() -> IfMatch.stale().response();
            case Outcome.NotNow(String why) -> TreatmentProblems.notNow(why);
            case Outcome.Unknown(var byField) -> TreatmentProblems.unknown(byField);
        };
    }
}
