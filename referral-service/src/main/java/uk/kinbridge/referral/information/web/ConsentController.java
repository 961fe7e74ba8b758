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
import java.time.LocalDate;
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
import uk.kinbridge.protocols.sharing.Consent;
import uk.kinbridge.protocols.sharing.Purpose;
import uk.kinbridge.referral.access.Records;
import uk.kinbridge.referral.information.ConsentRecords;
import uk.kinbridge.referral.information.Discussion;
import uk.kinbridge.referral.information.FamilyFacts;
import uk.kinbridge.referral.information.KeepConsent;
import uk.kinbridge.referral.information.KnownFamily;

/** What the members of a family were asked about sharing. */
@Tag(
        name = "Consent",
        description = "Consent per person and purpose, findings of capacity, discussions with the family")
@RestController
@RequestMapping("/api/families/{familyId}")
class ConsentController {

    private static final String LOG = "consents-access-log";

    private final KeepConsent keep;
    private final FamilyFacts families;
    private final AccessLog log;
    private final InstantSource time;

    ConsentController(KeepConsent keep, FamilyFacts families, AccessLog log, InstantSource time) {
        this.keep = keep;
        this.families = families;
        this.log = log;
        this.time = time;
    }

    record ConsentBody(
            @NotBlank String personId,
            @NotNull Purpose purpose,
            Consent.@NotNull Answer answer,
            Consent.@Nullable NotSought because,
            Consent.@Nullable GivenBy givenBy,
            @NotBlank @Size(max = 4000) String how,
            @Nullable LocalDate expiresOn) {

        KeepConsent.Asking toAsking() {
            var consent = new Consent(
                    answer,
                    answer == Consent.Answer.NOT_SOUGHT ? because : null,
                    givenBy == null ? Consent.GivenBy.SELF : givenBy);
            return new KeepConsent.Asking(personId, purpose, consent, how, expiresOn);
        }
    }

    record WithdrawalBody(@NotBlank @Size(max = 4000) String how) {}

    record FindingBody(
            @NotBlank String personId,
            @NotNull Purpose purpose,
            @NotNull Boolean able,
            @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 2000) String> steps,
            @NotNull LocalDate reviewOn) {}

    record BestInterestsBody(
            @NotNull Boolean share,
            @NotBlank @Size(max = 4000) String why,
            @NotBlank @Size(max = 4000) String leastRestrictive) {}

    record DiscussionBody(
            Discussion.@NotNull Occasion occasion,
            @NotNull Boolean held,
            @Nullable @Size(max = 50) List<String> people,
            @NotBlank @Size(max = 4000) String words) {}

    @Operation(summary = "All that the members of a family were asked about sharing")
    @GetMapping("/consents")
    ResponseEntity<?> read(@PathVariable String familyId, Caller caller) {
        return keep.read(familyId, caller)
                .<ResponseEntity<?>>map(held -> {
                    var now = time.instant();
                    log.add(Look.of(Records.CONSENTS, familyId, caller, "read", now));
                    return ResponseEntity.ok()
                            .eTag(EntityTag.of(held.version()))
                            .body(view(held, now));
                })
                .orElseGet(() -> Problem.notFound().response());
    }

    @Operation(
            summary = "Who looked at what the members of a family were asked",
            description = "Every look of every agency, the latest first, for the agencies that work with the family. An"
                    + " agency from which somebody of the family is protected sees its own looks alone.")
    @GetMapping("/consents/access-log")
    ResponseEntity<?> accessLog(
            @PathVariable String familyId, @Parameter(hidden = true) @ListName(LOG) PageRequest page, Caller caller) {
        return families.seenBy(caller, familyId)
                .<ResponseEntity<?>>map(_ -> ResponseEntity.ok(log.page(
                        Records.CONSENTS,
                        familyId,
                        families.hides(familyId, caller) ? caller.agency() : null,
                        LOG,
                        page)))
                .orElseGet(() -> Problem.notFound().response());
    }

    @Operation(
            summary = "Record consent, a refusal, or why nobody was asked",
            description = "Per person and purpose, with how it was asked (SAL-02, SAL-03, HAC-11).")
    @IdempotentCreation
    @PostMapping("/consents")
    ResponseEntity<?> record(
            @PathVariable String familyId, @Valid @RequestBody ConsentBody body, IdempotencyKey key, Caller caller) {
        return created(
                familyId,
                keep.record(key.derivedId().toString(), familyId, body.toAsking(), caller, time.instant()),
                caller);
    }

    @Operation(
            summary = "Take a consent back",
            description = "What was shared before stays shared; the next decision meets a refusal, and those who rely"
                    + " on the consent are told.")
    @PostMapping("/consents/{consentId}/withdrawal")
    ResponseEntity<?> withdraw(
            @PathVariable String familyId,
            @PathVariable String consentId,
            IfMatch ifMatch,
            @Valid @RequestBody WithdrawalBody body,
            Caller caller) {
        return changed(keep.withdraw(familyId, consentId, ifMatch.version(), body.how, caller, time.instant()), caller);
    }

    @Operation(
            summary = "Record a finding of capacity for one decision",
            description = "From 16 everybody is presumed able to decide; a finding is about this decision, with its"
                    + " steps and a day of review (FAP-11). Below 16 it is a child's own competence.")
    @IdempotentCreation
    @PostMapping("/capacity-findings")
    ResponseEntity<?> find(
            @PathVariable String familyId, @Valid @RequestBody FindingBody body, IdempotencyKey key, Caller caller) {
        var finding = new KeepConsent.Finding(body.personId, body.purpose, body.able, body.steps, body.reviewOn);
        return created(
                familyId, keep.find(key.derivedId().toString(), familyId, finding, caller, time.instant()), caller);
    }

    @Operation(
            summary = "Record a decision in somebody's best interests",
            description = "For somebody found unable to decide this themselves, by the least restrictive way (FAP-11).")
    @PostMapping("/capacity-findings/{findingId}/best-interests-decision")
    ResponseEntity<?> decideFor(
            @PathVariable String familyId,
            @PathVariable String findingId,
            IfMatch ifMatch,
            @Valid @RequestBody BestInterestsBody body,
            Caller caller) {
        var decision = new KeepConsent.ForSomebody(body.share, body.why, body.leastRestrictive);
        return changed(
                keep.decideFor(familyId, findingId, ifMatch.version(), decision, caller, time.instant()), caller);
    }

    @Operation(
            summary = "Record that sharing was discussed with the family, or why not",
            description = "At the start of involvement (SAL-03) and before a referral (JWP-06).")
    @IdempotentCreation
    @PostMapping("/discussions")
    ResponseEntity<?> discuss(
            @PathVariable String familyId, @Valid @RequestBody DiscussionBody body, IdempotencyKey key, Caller caller) {
        return created(
                familyId,
                keep.discuss(
                        key.derivedId().toString(),
                        familyId,
                        body.occasion,
                        body.held,
                        body.people == null ? List.of() : body.people,
                        body.words,
                        caller,
                        time.instant()),
                caller);
    }

    private ConsentView view(ConsentRecords.Held held, Instant now) {
        var people =
                families.behind(held.record().id()).map(KnownFamily::people).orElseGet(List::of);
        return ConsentView.of(held.record(), people, now);
    }

    private ResponseEntity<?> created(String familyId, KeepConsent.Outcome outcome, Caller caller) {
        return answer(HttpStatus.CREATED, familyId, outcome, caller);
    }

    private ResponseEntity<?> changed(KeepConsent.Outcome outcome, Caller caller) {
        return answer(HttpStatus.OK, null, outcome, caller);
    }

    private ResponseEntity<?> answer(
            HttpStatus status, @Nullable String familyId, KeepConsent.Outcome outcome, Caller caller) {
        return switch (outcome) {
            case KeepConsent.Outcome.Kept(ConsentRecords.Held held) -> {
                var now = time.instant();
                // The answer shows the whole of it, whatever was changed.
                log.add(Look.of(Records.CONSENTS, held.record().id(), caller, "changed", now));
                var answer = ResponseEntity.status(status).eTag(EntityTag.of(held.version()));
                if (familyId != null) {
                    answer.location(URI.create("/api/families/" + familyId + "/consents"));
                }
                yield answer.body(view(keep.shown(held, caller), now));
            }
            case KeepConsent.Outcome.NotFound() -> Problem.notFound().response();
            case KeepConsent.Outcome.Stale() -> InformationProblems.stale();
            case KeepConsent.Outcome.Refused refused -> InformationProblems.of(refused);
        };
    }
}
