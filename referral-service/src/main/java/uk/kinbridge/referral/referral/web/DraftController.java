package uk.kinbridge.referral.referral.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.platform.access.AccessLog;
import uk.kinbridge.platform.access.Look;
import uk.kinbridge.platform.page.Cursor;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.page.PageRequest;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.EntityTag;
import uk.kinbridge.platform.web.etag.IfMatch;
import uk.kinbridge.platform.web.idempotency.IdempotencyKey;
import uk.kinbridge.platform.web.idempotency.IdempotentCreation;
import uk.kinbridge.platform.web.page.ListName;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.referral.access.Records;
import uk.kinbridge.referral.draft.DraftAccess;
import uk.kinbridge.referral.draft.Drafts;
import uk.kinbridge.referral.draft.Drafts.Held;
import uk.kinbridge.referral.draft.ReferralDraft.State;
import uk.kinbridge.referral.draft.WriteDraft;
import uk.kinbridge.referral.referral.Referrals;

/** Referrals that are being written: kept on the server with every save, whatever becomes of a session. */
@Tag(name = "Referral drafts", description = "Referrals that are being written, and sent in one step")
@RestController
@RequestMapping("/api/referral-drafts")
class DraftController {

    private static final String LIST = "referral-drafts";
    private static final String LOG = "referral-draft-access-log";

    private final WriteDraft write;
    private final Drafts drafts;
    private final DraftAnswers answers;
    private final AccessLog log;
    private final InstantSource time;

    DraftController(WriteDraft write, Drafts drafts, DraftAnswers answers, AccessLog log, InstantSource time) {
        this.write = write;
        this.drafts = drafts;
        this.answers = answers;
        this.log = log;
        this.time = time;
    }

    record DiscardBody(@NotBlank @Size(max = 4_000) String reason) {}

    @Operation(
            summary = "Begin a referral",
            description = "As much or as little as is known. 'origin' says what it was prepared from, such as an"
                    + " assessment that indicates significant harm (SAL-08). It is kept for 28 days after the last word"
                    + " typed; before it ends its author is told, and at once enough when a child is in danger.")
    @IdempotentCreation
    @PostMapping
    ResponseEntity<?> begin(@Valid @RequestBody TypedBody.Begun body, IdempotencyKey key, Caller caller) {
        if (DraftAccess.begin(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        var now = time.instant();
        var held = write.begin(key.derivedId().toString(), body.toOrigin(), body.toTyped(), caller, now);
        return ResponseEntity.created(
                        URI.create("/api/referral-drafts/" + held.draft().id()))
                .eTag(EntityTag.of(held.version()))
                .body(answers.view(held, now));
    }

    @Operation(
            summary = "Drafts of yours, the last touched first",
            description = "'of=AGENCY' shows those of the whole agency, to its safeguarding lead and managers."
                    + " 'state' shows discarded, expired and submitted ones: nothing typed disappears.")
    @GetMapping
    ResponseEntity<?> list(
            @RequestParam(defaultValue = "ME") Whose of,
            @RequestParam(defaultValue = "OPEN") State state,
            @Parameter(hidden = true) @ListName(LIST) PageRequest page,
            Caller caller) {
        var access = of == Whose.ME ? DraftAccess.begin(caller) : DraftAccess.listAgency(caller);
        if (access instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        var keys = page.position();
        var found = drafts.list(new Drafts.Query(
                caller.agency(),
                of == Whose.ME ? caller.subject() : null,
                state,
                keys.isEmpty() ? null : new Drafts.Place(Instant.parse(keys.getFirst()), keys.getLast()),
                page.limit() + 1));
        var shown = Page.of(found, page, DraftController::cursor);
        var now = time.instant();
        log.addAll(shown.items().stream()
                .map(held -> Look.of(Records.DRAFT, held.draft().id(), caller, "listed", now))
                .toList());
        return ResponseEntity.ok(shown.map(DraftView.Row::of));
    }

    private static Cursor cursor(Held held) {
        return Cursor.of(LIST, held.draft().changedAt().toString(), held.draft().id());
    }

    /** Whose drafts are listed. */
    enum Whose {
        ME,
        AGENCY
    }

    @Operation(summary = "One draft, with what its pathway still asks for")
    @GetMapping("/{id}")
    ResponseEntity<?> read(@PathVariable String id, Caller caller) {
        return drafts.find(id)
                .filter(held -> DraftAccess.work(caller, held.draft()).isGranted())
                .<ResponseEntity<?>>map(held -> {
                    var now = time.instant();
                    log.add(Look.of(Records.DRAFT, id, caller, "read", now));
                    return answers.ok(held, now);
                })
                .orElseGet(() -> Problem.notFound().response());
    }

    @Operation(summary = "Who looked at this draft", description = "The latest first, for those who may work on it.")
    @GetMapping("/{id}/access-log")
    ResponseEntity<?> accessLog(
            @PathVariable String id, @Parameter(hidden = true) @ListName(LOG) PageRequest page, Caller caller) {
        return drafts.find(id)
                .filter(held -> DraftAccess.work(caller, held.draft()).isGranted())
                .<ResponseEntity<?>>map(_ -> ResponseEntity.ok(log.page(Records.DRAFT, id, LOG, page)))
                .orElseGet(() -> Problem.notFound().response());
    }

    @Operation(
            summary = "Save what has been typed",
            description = "The whole of it takes the place of what was there; nothing is refused for being incomplete,"
                    + " and what has expired meanwhile is taken up again by it.")
    @PutMapping("/{id}")
    ResponseEntity<?> type(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody TypedBody body, Caller caller) {
        var now = time.instant();
        return changed(write.type(id, ifMatch.version(), body.toTyped(), caller, now), caller, now);
    }

    @Operation(summary = "Discard a draft", description = "It stays to be seen, and can be taken up again.")
    @PostMapping("/{id}/discarding")
    ResponseEntity<?> discard(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody DiscardBody body, Caller caller) {
        var now = time.instant();
        return changed(write.discard(id, ifMatch.version(), body.reason, caller, now), caller, now);
    }

    @Operation(summary = "Take up again what was discarded or has expired")
    @PostMapping("/{id}/resumption")
    ResponseEntity<?> takeUpAgain(@PathVariable String id, IfMatch ifMatch, Caller caller) {
        var now = time.instant();
        return changed(write.takeUpAgain(id, ifMatch.version(), caller, now), caller, now);
    }

    /** Whoever changes it is shown the whole of it, as it has become. */
    private ResponseEntity<?> changed(WriteDraft.Outcome outcome, Caller caller, Instant now) {
        if (outcome instanceof WriteDraft.Outcome.Kept(Held held)) {
            log.add(Look.of(Records.DRAFT, held.draft().id(), caller, "changed", now));
        }
        return answers.of(outcome, now);
    }

    @Operation(
            summary = "Send a draft as a referral",
            description = "In one step, under the same rules as a referral that is sent at once (HAC-02, SAL-02); what"
                    + " the protocol does not take stays a draft. Sent twice, it is one referral.")
    @PostMapping("/{id}/submission")
    ResponseEntity<?> send(@PathVariable String id, IfMatch ifMatch, Caller caller) {
        var now = time.instant();
        return switch (write.send(id, ifMatch.version(), caller, now)) {
            case WriteDraft.Outcome.Sent(Held held, Referrals.Held referral) -> {
                log.add(Look.of(Records.DRAFT, id, caller, "sent", now));
                yield ResponseEntity.created(URI.create(
                                "/api/referrals/" + referral.referral().id()))
                        .eTag(EntityTag.of(held.version()))
                        .body(answers.view(held, now));
            }
            case WriteDraft.Outcome other -> answers.of(other, now);
        };
    }
}
