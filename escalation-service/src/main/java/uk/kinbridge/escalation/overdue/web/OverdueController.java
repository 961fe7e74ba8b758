package uk.kinbridge.escalation.overdue.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
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
import uk.kinbridge.escalation.disagreement.Disagreements;
import uk.kinbridge.escalation.overdue.ConcernAccess;
import uk.kinbridge.escalation.overdue.KeepConcerns;
import uk.kinbridge.escalation.overdue.OverdueConcerns;
import uk.kinbridge.escalation.overdue.OverdueConcerns.Held;
import uk.kinbridge.escalation.overdue.OverdueConcerns.Position;
import uk.kinbridge.escalation.overdue.RaiseSilence;
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
import uk.kinbridge.protocols.pack.Fact;

/** What is overdue between agencies, and the one step from a silence to a disagreement. */
@Tag(name = "Overdue", description = "What is overdue and stays overdue, until it is done (JWP-14)")
@RestController
@RequestMapping("/api/overdue-obligations")
class OverdueController {

    private static final String LIST = "overdue-obligations";

    static final ProblemType DONE_ALREADY = new ProblemType(
            "done-already",
            HttpStatus.CONFLICT,
            "What was overdue has been done",
            "There is no silence any more that a disagreement could be raised on. A disagreement about how it was done"
                    + " can be raised as any other.");
    static final ProblemType CANNOT_RAISE = new ProblemType(
            "silence-not-raised",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "A disagreement cannot be raised on this",
            "'errors' says why.");

    /** Documents the problems of this controller. */
    @Component
    static class Types implements ProblemCatalogue {
        @Override
        public List<ProblemType> types() {
            return List.of(DONE_ALREADY, CANNOT_RAISE);
        }
    }

    private final OverdueConcerns concerns;
    private final KeepConcerns keep;
    private final RaiseSilence raise;
    private final Disagreements disagreements;
    private final InstantSource time;

    OverdueController(
            OverdueConcerns concerns,
            KeepConcerns keep,
            RaiseSilence raise,
            Disagreements disagreements,
            InstantSource time) {
        this.concerns = concerns;
        this.keep = keep;
        this.raise = raise;
        this.disagreements = disagreements;
        this.time = time;
    }

    record AnswerBody(@NotBlank @Size(max = 4_000) String words) {}

    record SilenceBody(
            @Nullable @Size(max = 10_000) String concern,
            @Nullable @Size(max = 10_000) String wanted,
            @Nullable @Size(max = 10) List<@NotBlank String> risks) {

        RaiseSilence.Words toWords() {
            var named = risks == null ? List.<String>of() : risks;
            return new RaiseSilence.Words(
                    concern,
                    wanted,
                    Arrays.stream(Fact.values())
                            .filter(fact -> named.contains(fact.word()))
                            .toList());
        }
    }

    record RaisedView(String id, String reference, Links _links) {}

    @Operation(
            summary = "What is overdue between the caller's agency and others, longest first",
            description = "Owed by the caller's agency or to it; done=true shows what has been done too.")
    @GetMapping
    ResponseEntity<?> list(
            @RequestParam(defaultValue = "false") boolean done, @ListName(LIST) PageRequest page, Caller caller) {
        if (ConcernAccess.list(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        var found = concerns.list(caller.agency(), !done, position(page), page.limit() + 1);
        return ResponseEntity.ok(Page.of(found, page, OverdueController::cursor).map(held -> view(held, caller)));
    }

    @Operation(summary = "One overdue obligation, for both sides")
    @GetMapping("/{id}")
    ResponseEntity<?> read(@PathVariable String id, Caller caller) {
        return concerns.find(id)
                .filter(held -> ConcernAccess.read(caller, held.concern()).isGranted())
                .<ResponseEntity<?>>map(held -> answer(held, caller))
                .orElseGet(() -> Problem.notFound().response());
    }

    @Operation(
            summary = "Say, as a manager of the agency that owes it, what is done about it",
            description = "The clock goes on: only the act itself ends it (JWP-14).")
    @PostMapping("/{id}/manager-answer")
    ResponseEntity<?> answer(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody AnswerBody body, Caller caller) {
        return switch (keep.answer(id, ifMatch.version(), caller, body.words, time.instant())) {
            case KeepConcerns.Outcome.Done(Held held) -> answer(held, caller);
            case KeepConcerns.Outcome.NotPermitted(AccessDecision.Refused refused) ->
                Problem.of(refused).response();
            case KeepConcerns.Outcome.Stale() -> IfMatch.stale().response();
        };
    }

    @Operation(
            summary = "Raise a disagreement on it, in one step",
            description =
                    "By each agency on the other side for itself; everything that it needs is known already. While"
                            + " the agency's own one is open, raising it again answers with that one (JWP-14).")
    @IdempotentCreation
    @PostMapping("/{id}/disagreement")
    ResponseEntity<?> raise(
            @PathVariable String id, @Valid @RequestBody SilenceBody body, IdempotencyKey key, Caller caller) {
        Instant now = time.instant();
        return switch (raise.raise(id, body.toWords(), caller, now)) {
            case RaiseSilence.Outcome.Raised(var held) -> {
                var d = held.disagreement();
                var self = "/api/disagreements/" + d.id();
                yield ResponseEntity.created(URI.create(self))
                        .eTag(EntityTag.of(held.version()))
                        .body(new RaisedView(d.id(), d.reference(), Links.self(self)));
            }
            case RaiseSilence.Outcome.NotPermitted(AccessDecision.Refused refused) ->
                Problem.of(refused).response();
            case RaiseSilence.Outcome.DoneAlready() ->
                Problem.of(DONE_ALREADY, "What was overdue has been done; there is nothing to raise.")
                        .response();
            case RaiseSilence.Outcome.Unknown(var byField) ->
                Problem.of(CANNOT_RAISE, "Nothing was raised. 'errors' says why.")
                        .errors(byField.entrySet().stream()
                                .map(e -> new Problem.FieldError(e.getKey(), e.getValue()))
                                .toList())
                        .response();
        };
    }

    private ConcernView view(Held held, Caller caller) {
        return ConcernView.of(
                held.concern(),
                caller,
                id -> disagreements.find(id).stream()
                        .anyMatch(d -> d.disagreement().isOpen()));
    }

    private ResponseEntity<?> answer(Held held, Caller caller) {
        return ResponseEntity.ok().eTag(EntityTag.of(held.version())).body(view(held, caller));
    }

    private static @Nullable Position position(PageRequest page) {
        var keys = page.position();
        return keys.isEmpty() ? null : new Position(Instant.parse(keys.getFirst()), keys.getLast());
    }

    private static Cursor cursor(Held held) {
        var position = Position.of(held.concern());
        return Cursor.of(LIST, position.dueAt().toString(), position.id());
    }
}
