package uk.kinbridge.assessment.lost.web;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.assessment.kept.Actor;
import uk.kinbridge.assessment.kept.Happening;
import uk.kinbridge.assessment.kept.Pinned;
import uk.kinbridge.assessment.kept.Records;
import uk.kinbridge.assessment.lost.FrontDoor;
import uk.kinbridge.assessment.lost.KeepSearches;
import uk.kinbridge.assessment.lost.Line;
import uk.kinbridge.assessment.lost.Search;
import uk.kinbridge.assessment.lost.SearchAccess;
import uk.kinbridge.assessment.lost.Searches;
import uk.kinbridge.assessment.lost.Searches.Held;
import uk.kinbridge.assessment.lost.Searches.Position;
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

/** Families that cannot be found: the checklist, the front door, the finding. */
@Tag(name = "Lost to contact", description = "Who was asked where a family is, and who knows that nobody does (SAL-21)")
@RestController
@RequestMapping("/api/lost-to-contact")
class SearchController {

    private static final String LIST = "lost-to-contact";
    private static final String LOG = "lost-to-contact-access-log";

    static final ProblemType NOT_NOW = new ProblemType(
            "search-not-now",
            HttpStatus.CONFLICT,
            "That cannot be done with this search now",
            "'detail' says why. Nothing was saved.");
    static final ProblemType UNKNOWN = new ProblemType(
            "search-names-something-unknown",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "A field names something that does not exist",
            "'errors' says which. It may exist and not be for you to know of. Nothing was saved.");

    /** Documents the problems of this controller. */
    @Component
    static class Types implements ProblemCatalogue {
        @Override
        public List<ProblemType> types() {
            return List.of(NOT_NOW, UNKNOWN);
        }
    }

    private final KeepSearches keep;
    private final Searches searches;
    private final AccessLog log;
    private final InstantSource time;

    SearchController(KeepSearches keep, Searches searches, AccessLog log, InstantSource time) {
        this.keep = keep;
        this.searches = searches;
        this.log = log;
        this.time = time;
    }

    record BeginBody(
            @NotBlank @Size(max = 100) String family,

            @NotBlank @Size(max = 60) @Pattern(regexp = "[a-z0-9-]+")
            String protocol) {}

    record AskedBody(
            @NotBlank @Size(max = 300) String whom,
            Line.@NotNull Said said,
            @Nullable @Size(max = 2_000) String words) {}

    record WordsBody(@NotBlank @Size(max = 2_000) String words) {}

    record ClockView(String kind, ClockState state, Instant dueAt, String explanation) {
        static ClockView of(Clock clock, Instant now) {
            return new ClockView(clock.kind(), clock.stateAt(now), clock.dueAt(), clock.explanation());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SearchView(
            String id,
            String reference,
            Pinned protocol,
            String agency,
            Actor worker,
            String family,
            List<Line> checklist,
            FrontDoor frontDoor,
            Search.@Nullable Found found,
            Instant begunAt,
            List<ClockView> clocks,
            List<Happening> history,
            Links _links) {
        static SearchView of(Search s, Caller caller, Instant now) {
            var self = "/api/lost-to-contact/" + s.id();
            boolean searches = s.isOpen() && SearchAccess.search(caller, s).isGranted();
            return new SearchView(
                    s.id(),
                    s.reference(),
                    s.protocol(),
                    s.agency(),
                    s.worker(),
                    s.family(),
                    s.checklist(),
                    s.frontDoor(),
                    s.found(),
                    s.begunAt(),
                    s.clocks().stream().map(c -> ClockView.of(c, now)).toList(),
                    s.history(),
                    Links.self(self)
                            .and("engagement", "/api/engagement/" + s.family())
                            .when(searches, "ask", "POST", self + "/checklist/{number}/asked")
                            .when(searches, "ask-somebody-else", "POST", self + "/checklist")
                            .when(
                                    searches && s.frontDoor().informed() == null,
                                    "inform-front-door",
                                    "POST",
                                    self + "/front-door")
                            .when(s.isOpen(), "found", "POST", self + "/found"));
        }
    }

    @Operation(
            summary = "A family has lost contact: begin to search for it",
            description =
                    "The checklist and the clocks come from the protocol; those who work with the family are told at"
                            + " once (SAL-21). One search of an agency for a family at a time.")
    @IdempotentCreation
    @PostMapping
    ResponseEntity<?> begin(@Valid @RequestBody BeginBody body, IdempotencyKey key, Caller caller) {
        var outcome = keep.begin(key.derivedId().toString(), body.family, body.protocol, caller, time.instant());
        return outcome instanceof KeepSearches.Outcome.Done(Held held)
                ? ResponseEntity.created(URI.create(
                                "/api/lost-to-contact/" + held.search().id()))
                        .eTag(EntityTag.of(held.version()))
                        .body(SearchView.of(held.search(), caller, time.instant()))
                : answer(outcome, caller);
    }

    @Operation(summary = "One search, for those who work with the family, and for the front door once it was asked")
    @GetMapping("/{id}")
    ResponseEntity<?> read(@PathVariable String id, Caller caller) {
        var found = keep.read(id, caller);
        found.ifPresent(_ -> log.add(Look.of(Records.SEARCH, id, caller, "read", time.instant())));
        return found.<ResponseEntity<?>>map(held -> answer(new KeepSearches.Outcome.Done(held), caller))
                .orElseGet(() -> Problem.notFound().response());
    }

    @Operation(
            summary = "Who looked at this search",
            description =
                    "The latest first, for those who may read it. An agency from which a member is protected learns"
                            + " of its own looks alone.")
    @GetMapping("/{id}/access-log")
    ResponseEntity<?> accessLog(@PathVariable String id, @ListName(LOG) PageRequest page, Caller caller) {
        return keep.read(id, caller)
                .<ResponseEntity<?>>map(held -> {
                    boolean shielded =
                            held.search().shields().stream().anyMatch(shield -> shield.isFromAgency(caller.agency()));
                    return ResponseEntity.ok(
                            log.page(Records.SEARCH, id, shielded ? caller.agency() : null, LOG, page));
                })
                .orElseGet(() -> Problem.notFound().response());
    }

    @Operation(summary = "Searches that concern the caller's agency, the longest open first")
    @GetMapping
    ResponseEntity<?> list(
            @RequestParam(defaultValue = "false") boolean ended, @ListName(LIST) PageRequest page, Caller caller) {
        if (SearchAccess.begin(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        var now = time.instant();
        var found = Page.of(
                searches.list(caller.agency(), !ended, position(page), page.limit() + 1),
                page,
                SearchController::cursor);
        return ResponseEntity.ok(new Page<>(
                found.items().stream()
                        .filter(held -> SearchAccess.read(caller, held.search()).isGranted())
                        .map(held -> SearchView.of(held.search(), caller, now))
                        .toList(),
                found.next()));
    }

    @Operation(
            summary = "Record that somebody of the checklist was asked, and what they said",
            description =
                    "When the last one does not know either, the front door of Children's Social Care is told at once,"
                            + " and a person there has to confirm it (SAL-21).")
    @PostMapping("/{id}/checklist/{number}/asked")
    ResponseEntity<?> asked(
            @PathVariable String id,
            @PathVariable int number,
            IfMatch ifMatch,
            @Valid @RequestBody AskedBody body,
            Caller caller) {
        var act = act(id, ifMatch, caller);
        return answer(
                keep.asked(act, number, new Line.Asked(body.whom, body.said, body.words, Actor.of(caller), act.now())),
                caller);
    }

    @Operation(summary = "Add somebody else who may know")
    @PostMapping("/{id}/checklist")
    ResponseEntity<?> add(@PathVariable String id, IfMatch ifMatch, @Valid @RequestBody WordsBody body, Caller caller) {
        return answer(keep.add(act(id, ifMatch, caller), body.words), caller);
    }

    @Operation(summary = "Record that a person of the front door was told, by telephone for example")
    @PostMapping("/{id}/front-door")
    ResponseEntity<?> informed(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody WordsBody body, Caller caller) {
        return answer(keep.informed(act(id, ifMatch, caller), body.words), caller);
    }

    @Operation(
            summary = "Say that the family has been found",
            description = "By anybody who works with it. Where it is belongs in the family record, which guards it.")
    @PostMapping("/{id}/found")
    ResponseEntity<?> found(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody WordsBody body, Caller caller) {
        return answer(keep.found(act(id, ifMatch, caller), body.words), caller);
    }

    private KeepSearches.Act act(String id, IfMatch ifMatch, Caller caller) {
        return new KeepSearches.Act(id, ifMatch.version(), caller, time.instant());
    }

    private ResponseEntity<?> answer(KeepSearches.Outcome outcome, Caller caller) {
        return switch (outcome) {
            case KeepSearches.Outcome.Done(Held held) ->
                ResponseEntity.ok()
                        .eTag(EntityTag.of(held.version()))
                        .body(SearchView.of(held.search(), caller, time.instant()));
            case KeepSearches.Outcome.NotPermitted(AccessDecision.Refused refused) ->
                Problem.of(refused).response();
            case KeepSearches.Outcome.Stale() -> IfMatch.stale().response();
            case KeepSearches.Outcome.Unknown(Map<String, String> byField) ->
                Problem.of(UNKNOWN, "Nothing was saved. 'errors' says which fields to correct.")
                        .errors(byField.entrySet().stream()
                                .map(e -> new Problem.FieldError(e.getKey(), e.getValue()))
                                .toList())
                        .response();
            case KeepSearches.Outcome.Against(Search.Why why) ->
                switch (why) {
                    case NO_SUCH_LINE -> Problem.notFound().response();
                    case FOUND_ALREADY ->
                        Problem.of(NOT_NOW, "The family has been found; begin a new search if it is lost again.")
                                .response();
                    case INFORMED_ALREADY ->
                        Problem.of(NOT_NOW, "A person of the front door has confirmed it already.")
                                .response();
                };
        };
    }

    private static @Nullable Position position(PageRequest page) {
        var keys = page.position();
        return keys.isEmpty()
                ? null
                : new Position(Boolean.parseBoolean(keys.getFirst()), Instant.parse(keys.get(1)), keys.getLast());
    }

    private static Cursor cursor(Held held) {
        var p = Position.of(held.search());
        return Cursor.of(LIST, String.valueOf(p.ended()), p.begunAt().toString(), p.id());
    }
}
