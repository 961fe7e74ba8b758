package uk.kinbridge.referral.information.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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
import uk.kinbridge.referral.access.Records;
import uk.kinbridge.referral.information.AskAboutSharing;
import uk.kinbridge.referral.information.FamilyFacts;
import uk.kinbridge.referral.information.InformationAccess;
import uk.kinbridge.referral.information.KeptDecision;
import uk.kinbridge.referral.information.SharingDecisions;
import uk.kinbridge.referral.information.SharingDecisions.Place;
import uk.kinbridge.referral.information.StatedSharing;

/** Decisions on sharing. */
@Tag(name = "Information sharing", description = "Whether something may be told, decided and kept with its reason")
@RestController
@RequestMapping("/api/families/{familyId}/sharing-decisions")
class SharingController {

    private static final String LIST = "sharing-decisions";
    private static final String LOG = "sharing-decision-access-log";

    private final AskAboutSharing ask;
    private final SharingDecisions decisions;
    private final FamilyFacts families;
    private final AccessLog log;
    private final InstantSource time;

    SharingController(
            AskAboutSharing ask, SharingDecisions decisions, FamilyFacts families, AccessLog log, InstantSource time) {
        this.ask = ask;
        this.decisions = decisions;
        this.families = families;
        this.log = log;
        this.time = time;
    }

    record QuestionBody(
            @NotBlank @Size(max = 60) String protocol,
            @NotBlank @Size(max = 100) String recipient,
            @Nullable @Size(max = 60) String role,
            @NotEmpty @Size(max = 50) List<String> about,
            @Nullable @Size(max = 50) List<String> others,
            @Nullable Boolean withinTeam,
            @Nullable @Size(max = 20_000) String message,
            @Nullable Boolean holdBack,
            @NotNull StatedSharing sharing) {

        AskAboutSharing.Request toRequest() {
            return new AskAboutSharing.Request(
                    protocol,
                    recipient,
                    role,
                    about,
                    others == null ? List.of() : others,
                    Boolean.TRUE.equals(withinTeam),
                    message,
                    Boolean.TRUE.equals(holdBack),
                    sharing);
        }
    }

    @Operation(
            summary = "Ask whether something may be shared",
            description = "The decision follows the law and the local protocol (SAL-02, JWP-07, HAC-16, DOR-01 to"
                    + " DOR-04, FAP-11); it is kept with what was known, its obligations, person and time, whether it"
                    + " shares or not. What it lets through is told to the recipient, no more (JWP-03, SAL-16).")
    @IdempotentCreation
    @PostMapping
    ResponseEntity<?> ask(
            @PathVariable String familyId, @Valid @RequestBody QuestionBody body, IdempotencyKey key, Caller caller) {
        var outcome = ask.ask(key.derivedId().toString(), familyId, body.toRequest(), caller, time.instant());
        return switch (outcome) {
            case AskAboutSharing.Outcome.Decided(KeptDecision decision) ->
                ResponseEntity.created(URI.create("/api/families/" + familyId + "/sharing-decisions/" + decision.id()))
                        .body(DecisionView.of(decision, caller, families.hides(familyId, caller)));
            case AskAboutSharing.Outcome.MustBeShared(KeptDecision decision) ->
                InformationProblems.mustBeShared(decision);
            case AskAboutSharing.Outcome.NotFound() -> Problem.notFound().response();
            case AskAboutSharing.Outcome.Unknown(var byField) -> InformationProblems.unknown(byField);
        };
    }

    @Operation(summary = "One decision, for the agency that decided and for the one with which something was shared")
    @GetMapping("/{id}")
    ResponseEntity<?> read(@PathVariable String familyId, @PathVariable String id, Caller caller) {
        return readBy(caller, familyId, id)
                .<ResponseEntity<?>>map(decision -> {
                    log.add(Look.of(Records.DECISION, id, caller, "read", time.instant()));
                    return ResponseEntity.ok(DecisionView.of(decision, caller, families.hides(familyId, caller)));
                })
                .orElseGet(() -> Problem.notFound().response());
    }

    private Optional<KeptDecision> readBy(Caller caller, String familyId, String id) {
        return decisions
                .find(id)
                .filter(decision -> decision.family().equals(familyId))
                .filter(decision -> InformationAccess.read(caller, decision).isGranted());
    }

    @Operation(
            summary = "Who looked at this decision",
            description = "Every look of both agencies at it, and at the lists that it stood in, the latest first.")
    @GetMapping("/{id}/access-log")
    ResponseEntity<?> accessLog(
            @PathVariable String familyId,
            @PathVariable String id,
            @Parameter(hidden = true) @ListName(LOG) PageRequest page,
            Caller caller) {
        return readBy(caller, familyId, id)
                .<ResponseEntity<?>>map(_ -> ResponseEntity.ok(log.page(Records.DECISION, id, LOG, page)))
                .orElseGet(() -> Problem.notFound().response());
    }

    @Operation(summary = "What has been decided about a family, as far as the caller's agency may know, the last first")
    @GetMapping
    ResponseEntity<?> list(@PathVariable String familyId, @ListName(LIST) PageRequest page, Caller caller) {
        if (InformationAccess.list(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        boolean known = families.seenBy(caller, familyId).isPresent();
        // That two records are one is for those who may read it.
        var ids = known ? families.idsOf(familyId) : List.of(familyId);
        var found = decisions.of(ids, caller.agency(), place(page), page.limit() + 1);
        if (found.isEmpty() && page.position().isEmpty() && !known) {
            return Problem.notFound().response();
        }
        var shown = Page.of(found, page, d -> Cursor.of(LIST, d.at().toString(), d.id()));
        var now = time.instant();
        log.addAll(shown.items().stream()
                .map(decision -> Look.of(Records.DECISION, decision.id(), caller, "listed", now))
                .toList());
        boolean hidden = families.hides(familyId, caller);
        return ResponseEntity.ok(shown.map(decision -> DecisionView.of(decision, caller, hidden)));
    }

    private static @Nullable Place place(PageRequest page) {
        var keys = page.position();
        return keys.isEmpty() ? null : new Place(Instant.parse(keys.getFirst()), keys.getLast());
    }
}
