package uk.kinbridge.referral.concern.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import uk.kinbridge.platform.page.PageRequest;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.EntityTag;
import uk.kinbridge.platform.web.etag.IfMatch;
import uk.kinbridge.platform.web.idempotency.IdempotencyKey;
import uk.kinbridge.platform.web.idempotency.IdempotentCreation;
import uk.kinbridge.platform.web.page.ListName;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.referral.access.Records;
import uk.kinbridge.referral.concern.ConcernFiles;
import uk.kinbridge.referral.concern.Picture;
import uk.kinbridge.referral.concern.RecordConcern;

/** Concerns below the threshold, and what they add up to. */
@Tag(name = "Concerns", description = "Small concerns of several people about one family, put together")
@RestController
@RequestMapping("/api/families/{familyId}")
class ConcernController {

    private static final String LOG = "concerns-access-log";

    private final RecordConcern record;
    private final AccessLog log;
    private final InstantSource time;

    ConcernController(RecordConcern record, AccessLog log, InstantSource time) {
        this.record = record;
        this.log = log;
        this.time = time;
    }

    record ConcernBody(
            @NotBlank @Size(max = 60) String protocol,
            @Nullable @Size(max = 30) List<String> factors,
            @NotBlank @Size(max = 4000) String words) {}

    record AnswerBody(
            Picture.@NotNull Action action,
            @NotBlank @Size(max = 4000) String words) {}

    @Operation(
            summary = "Record a concern below the threshold",
            description = "By anyone involved with the family. Concerns of several people and agencies add up by the"
                    + " rules of the protocol to a picture that is raised to those who can act (JWP-08, JWP-10).")
    @IdempotentCreation
    @PostMapping("/concerns")
    ResponseEntity<?> record(
            @PathVariable String familyId, @Valid @RequestBody ConcernBody body, IdempotencyKey key, Caller caller) {
        var worry = new RecordConcern.Worry(body.protocol, body.factors == null ? List.of() : body.factors, body.words);
        return answer(
                HttpStatus.CREATED,
                familyId,
                record.record(key.derivedId().toString(), familyId, worry, caller, time.instant()),
                caller);
    }

    @Operation(
            summary = "Concerns about a family, as far as the caller may see them",
            description = "The own agency's, with the pictures in which they count; those who can act see others' too,"
                    + " once a picture was raised to them, and what is done about it in words. Whoever somebody of the"
                    + " family is protected from sees what they wrote themself.")
    @GetMapping("/concerns")
    ResponseEntity<?> read(@PathVariable String familyId, Caller caller) {
        return record.read(familyId, caller)
                .<ResponseEntity<?>>map(whole -> {
                    var now = time.instant();
                    log.add(Look.of(Records.CONCERNS, familyId, caller, "read", now));
                    return ResponseEntity.ok()
                            .eTag(EntityTag.of(whole.version()))
                            .body(ConcernView.of(whole, record.hides(familyId, caller), caller, now));
                })
                .orElseGet(() -> Problem.notFound().response());
    }

    @Operation(
            summary = "Who looked at the concerns about a family and at the pictures that they make",
            description = "The latest first. The agency that keeps the family's record sees the looks of all, unless"
                    + " somebody of the family is protected from it; every other agency involved sees its own.")
    @GetMapping("/concerns/access-log")
    ResponseEntity<?> accessLog(
            @PathVariable String familyId, @Parameter(hidden = true) @ListName(LOG) PageRequest page, Caller caller) {
        return record.read(familyId, caller)
                .<ResponseEntity<?>>map(_ -> ResponseEntity.ok(log.page(
                        Records.CONCERNS,
                        familyId,
                        record.seesEveryLook(familyId, caller) ? null : caller.agency(),
                        LOG,
                        page)))
                .orElseGet(() -> Problem.notFound().response());
    }

    @Operation(summary = "Say what is done about a picture", description = "By somebody who can act (JWP-08).")
    @PostMapping("/concern-pictures/{pictureId}/answer")
    ResponseEntity<?> answer(
            @PathVariable String familyId,
            @PathVariable String pictureId,
            IfMatch ifMatch,
            @Valid @RequestBody AnswerBody body,
            Caller caller) {
        return answer(
                HttpStatus.OK,
                familyId,
                record.answer(familyId, pictureId, ifMatch.version(), body.action, body.words, caller, time.instant()),
                caller);
    }

    private ResponseEntity<?> answer(HttpStatus status, String familyId, RecordConcern.Outcome outcome, Caller caller) {
        return switch (outcome) {
            case RecordConcern.Outcome.Done(ConcernFiles.Whole whole) -> {
                var now = time.instant();
                // The answer shows all that the caller may see, whatever was changed.
                log.add(Look.of(Records.CONCERNS, familyId, caller, "changed", now));
                var done = ResponseEntity.status(status).eTag(EntityTag.of(whole.version()));
                if (status == HttpStatus.CREATED) {
                    done.location(URI.create("/api/families/" + familyId + "/concerns"));
                }
                yield done.body(ConcernView.of(whole, record.hides(familyId, caller), caller, now));
            }
            case RecordConcern.Outcome.NotPermitted(var refused) ->
                Problem.of(refused).response();
            case RecordConcern.Outcome.Stale() -> IfMatch.stale().response();
            case RecordConcern.Outcome.Unknown(var byField) -> ConcernProblems.unknown(byField);
        };
    }
}
