package uk.kinbridge.assessment.engagement.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
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
import uk.kinbridge.assessment.engagement.Engagement;
import uk.kinbridge.assessment.engagement.EngagementAccess;
import uk.kinbridge.assessment.engagement.EngagementShown;
import uk.kinbridge.assessment.engagement.Engagements;
import uk.kinbridge.assessment.engagement.Engagements.Held;
import uk.kinbridge.assessment.engagement.Engagements.Position;
import uk.kinbridge.assessment.engagement.KeepEngagement;
import uk.kinbridge.assessment.engagement.RiskReview;
import uk.kinbridge.assessment.kept.Happening;
import uk.kinbridge.assessment.kept.Records;
import uk.kinbridge.platform.access.AccessLog;
import uk.kinbridge.platform.access.Look;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.ClockState;
import uk.kinbridge.platform.page.Cursor;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.page.PageRequest;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.EntityTag;
import uk.kinbridge.platform.web.etag.IfMatch;
import uk.kinbridge.platform.web.idempotency.IdempotencyKey;
import uk.kinbridge.platform.web.idempotency.IdempotentCreation;
import uk.kinbridge.platform.web.link.Links;
import uk.kinbridge.platform.web.page.ListName;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.ProblemCatalogue;
import uk.kinbridge.platform.web.problem.ProblemType;
import uk.kinbridge.protocols.pack.EngagementPattern.Sign;

/** How a family takes up what services offer it, and the reviews of risk that patterns ask for. */
@Tag(
        name = "Engagement",
        description = "Patterns across services and members: partial, intermittent, persistent (FAP-12)")
@RestController
@RequestMapping("/api/engagement")
class EngagementController {

    private static final String LIST = "engagement";
    private static final String LOG = "engagement-access-log";

    static final ProblemType NOT_OPEN = new ProblemType(
            "review-not-open",
            HttpStatus.CONFLICT,
            "There is no such review that is open",
            "It has been concluded, or what it rested on was corrected. Nothing was saved.");
    static final ProblemType UNKNOWN = new ProblemType(
            "sign-names-something-unknown",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "A field names something that does not exist",
            "'errors' says which. It may exist and not be for you to know of. Nothing was saved.");

    static final ProblemType FAMILY_UNREACHABLE = new ProblemType(
            "family-record-not-answering",
            HttpStatus.SERVICE_UNAVAILABLE,
            "The family record does not answer at present",
            "Who works with the family cannot be learned now. Nothing was saved; send the same request again.");

    /** Documents the problems of this controller. */
    @Component
    static class Types implements ProblemCatalogue {
        @Override
        public List<ProblemType> types() {
            return List.of(NOT_OPEN, UNKNOWN, FAMILY_UNREACHABLE);
        }
    }

    private final KeepEngagement keep;
    private final Engagements engagements;
    private final AccessLog log;
    private final InstantSource time;

    EngagementController(KeepEngagement keep, Engagements engagements, AccessLog log, InstantSource time) {
        this.keep = keep;
        this.engagements = engagements;
        this.log = log;
        this.time = time;
    }

    /** What can be seen without an appointment. */
    enum Without {
        DISCHARGED_AGAINST_ADVICE(Sign.DISCHARGED_AGAINST_ADVICE),
        ASSESSMENT_REFUSED(Sign.ASSESSMENT_REFUSED),
        VISIT_REFUSED(Sign.VISIT_REFUSED),
        UNPLANNED_ATTENDANCE(Sign.UNPLANNED_ATTENDANCE);

        private final Sign sign;

        Without(Sign sign) {
            this.sign = sign;
        }
    }

    record SignBody(
            @NotBlank @Size(max = 100) String member,
            @NotNull Without sign,
            @NotNull OffsetDateTime at,

            @NotBlank @Size(max = 60) @Pattern(regexp = "[a-z0-9-]+")
            String protocol) {}

    record ConclusionBody(
            RiskReview.@NotNull Finding finding,
            @NotBlank @Size(max = 4_000) String words) {}

    record SeenView(String member, String agency, String sign, Instant at) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReviewView(
            RiskReview review,
            @Nullable ClockState state,
            @Nullable Instant dueAt,
            Links _links) {
        static ReviewView of(Engagement e, RiskReview review, Instant now) {
            var clock = e.clocks().stream()
                    .filter(c -> c.kind().equals(review.id()))
                    .findFirst();
            var self = "/api/engagement/" + e.id();
            return new ReviewView(
                    review,
                    clock.map(c -> c.stateAt(now)).orElse(null),
                    clock.map(Clock::dueAt).orElse(null),
                    Links.self(self)
                            .when(
                                    review.isOpen(),
                                    "conclude",
                                    "POST",
                                    self + "/reviews/" + review.id() + "/conclusion"));
        }
    }

    /**
     * A family's engagement as this caller may see it.
     *
     * @param notShown why some of what others saw is not shown; null when all is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EngagementView(
            String family,
            String reference,
            List<String> agencies,
            List<SeenView> seen,
            @Nullable String notShown,
            List<ReviewView> reviews,
            List<Happening> history,
            Links _links) {
        static EngagementView of(Engagement e, EngagementShown shown, Instant now) {
            return new EngagementView(
                    e.id(),
                    e.reference(),
                    e.parties(),
                    shown.seen().stream()
                            .map(s -> new SeenView(s.member(), s.agency(), String.valueOf(s.sign()), s.at()))
                            .toList(),
                    shown.why(),
                    shown.reviews().stream().map(r -> ReviewView.of(e, r, now)).toList(),
                    e.history(),
                    Links.self("/api/engagement/" + e.id())
                            .and("family", "/api/families/" + e.id())
                            .and("appointments", "/api/appointments?family=" + e.id())
                            .when(true, "sign", "POST", "/api/engagement/" + e.id() + "/signs"));
        }
    }

    @Operation(
            summary = "How a family takes up what services offer it, for those who work with it",
            description = "Over all services and members, without places. What another agency saw is shown where its"
                    + " decision on sharing lets it; never what would tell an agency where somebody is to be found who"
                    + " is protected from it. The list shows what one's own agency saw.")
    @GetMapping("/{family}")
    ResponseEntity<?> read(@PathVariable String family, Caller caller) {
        var found = keep.read(family, caller);
        found.ifPresent(
                held -> log.add(Look.of(Records.ENGAGEMENT, held.engagement().id(), caller, "read", time.instant())));
        return found.<ResponseEntity<?>>map(held -> done(held, caller))
                .orElseGet(() -> Problem.notFound().response());
    }

    @Operation(
            summary = "Who looked at how this family takes up what services offer it",
            description =
                    "The latest first, for those who may read it. An agency from which a member is protected learns"
                            + " of its own looks alone.")
    @GetMapping("/{family}/access-log")
    ResponseEntity<?> accessLog(@PathVariable String family, @ListName(LOG) PageRequest page, Caller caller) {
        return keep.read(family, caller)
                .<ResponseEntity<?>>map(held -> {
                    var e = held.engagement();
                    boolean shielded = e.shields().stream().anyMatch(shield -> shield.isFromAgency(caller.agency()));
                    return ResponseEntity.ok(
                            log.page(Records.ENGAGEMENT, e.id(), shielded ? caller.agency() : null, LOG, page));
                })
                .orElseGet(() -> Problem.notFound().response());
    }

    @Operation(
            summary = "Families with an open review of risk that the caller's agency works with, due first at the top")
    @GetMapping
    ResponseEntity<?> list(@ListName(LIST) PageRequest page, Caller caller) {
        if (EngagementAccess.list(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        var now = time.instant();
        var found = Page.of(
                engagements.open(caller.agency(), position(page), page.limit() + 1),
                page,
                EngagementController::cursor);
        return ResponseEntity.ok(new Page<>(
                found.items().stream()
                        .filter(held ->
                                EngagementAccess.read(caller, held.engagement()).isGranted())
                        .map(held -> EngagementView.of(
                                held.engagement(), EngagementShown.ofItsOwn(held.engagement(), caller), now))
                        .toList(),
                found.next()));
    }

    @Operation(
            summary = "Say what was seen without an appointment",
            description =
                    "A discharge against advice, a visit or an assessment refused, care sought out of the ordinary"
                            + " often (FAP-12).")
    @IdempotentCreation
    @PostMapping("/{family}/signs")
    ResponseEntity<?> sign(
            @PathVariable String family, @Valid @RequestBody SignBody body, IdempotencyKey key, Caller caller) {
        var signal = new KeepEngagement.Signal(
                family, body.member, body.sign.sign, body.at.toInstant().truncatedTo(ChronoUnit.MILLIS), body.protocol);
        var outcome = keep.signal(key.derivedId().toString(), signal, caller, time.instant());
        return outcome instanceof KeepEngagement.Outcome.Done(Held held)
                ? ResponseEntity.created(URI.create("/api/engagement/" + family))
                        .eTag(EntityTag.of(held.version()))
                        .body(EngagementView.of(
                                held.engagement(), keep.shown(held.engagement(), caller), time.instant()))
                : answer(outcome, caller);
    }

    @Operation(summary = "Conclude a review of the risk, with the reason")
    @PostMapping("/{family}/reviews/{review}/conclusion")
    ResponseEntity<?> conclude(
            @PathVariable String family,
            @PathVariable String review,
            IfMatch ifMatch,
            @Valid @RequestBody ConclusionBody body,
            Caller caller) {
        var act = new KeepEngagement.Act(family, review, ifMatch.version(), caller, time.instant());
        return answer(keep.conclude(act, body.finding, body.words), caller);
    }

    private ResponseEntity<?> answer(KeepEngagement.Outcome outcome, Caller caller) {
        return switch (outcome) {
            case KeepEngagement.Outcome.Done(Held held) -> done(held, caller);
            case KeepEngagement.Outcome.NotPermitted(AccessDecision.Refused refused) ->
                Problem.of(refused).response();
            case KeepEngagement.Outcome.Stale() -> IfMatch.stale().response();
            case KeepEngagement.Outcome.NotOpen() ->
                Problem.of(NOT_OPEN, "There is no such review that is open.").response();
            case KeepEngagement.Outcome.FamilyUnreachable() ->
                Problem.of(
                                FAMILY_UNREACHABLE,
                                "Nothing was saved. Send it again in a moment; should a child be at risk, call.")
                        .response();
            case KeepEngagement.Outcome.Unknown(Map<String, String> byField) ->
                Problem.of(UNKNOWN, "Nothing was saved. 'errors' says which fields to correct.")
                        .errors(byField.entrySet().stream()
                                .map(e -> new Problem.FieldError(e.getKey(), e.getValue()))
                                .toList())
                        .response();
        };
    }

    private ResponseEntity<?> done(Held held, Caller caller) {
        return ResponseEntity.ok()
                .eTag(EntityTag.of(held.version()))
                .body(EngagementView.of(held.engagement(), keep.shown(held.engagement(), caller), time.instant()));
    }

    private static @Nullable Position position(PageRequest page) {
        var keys = page.position();
        return keys.isEmpty() ? null : new Position(Instant.parse(keys.getFirst()), keys.getLast());
    }

    private static Cursor cursor(Held held) {
        var p = Position.of(held.engagement());
        return Cursor.of(LIST, p.dueAt().toString(), p.family());
    }
}
