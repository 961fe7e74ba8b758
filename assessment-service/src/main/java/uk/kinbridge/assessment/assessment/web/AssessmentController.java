package uk.kinbridge.assessment.assessment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.assessment.assessment.AssessmentAccess;
import uk.kinbridge.assessment.assessment.Assessments;
import uk.kinbridge.assessment.assessment.Assessments.Held;
import uk.kinbridge.assessment.assessment.Assessments.Of;
import uk.kinbridge.assessment.assessment.Assessments.Position;
import uk.kinbridge.assessment.assessment.Assessments.Query;
import uk.kinbridge.assessment.assessment.BeginAssessment;
import uk.kinbridge.assessment.assessment.Edition;
import uk.kinbridge.assessment.assessment.HandleAssessment;
import uk.kinbridge.assessment.assessment.RiskDecision;
import uk.kinbridge.assessment.assessment.Shown;
import uk.kinbridge.assessment.kept.Records;
import uk.kinbridge.platform.access.AccessLog;
import uk.kinbridge.platform.access.Look;
import uk.kinbridge.platform.page.Cursor;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.page.PageRequest;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.EntityTag;
import uk.kinbridge.platform.web.idempotency.IdempotencyKey;
import uk.kinbridge.platform.web.idempotency.IdempotentCreation;
import uk.kinbridge.platform.web.link.Links;
import uk.kinbridge.platform.web.page.ListName;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.protocols.pack.AssessmentRule.Kind;
import uk.kinbridge.protocols.pack.Fact;

/** Beginning, reading and finding assessments. */
@Tag(name = "Assessments", description = "Live documents about a person of a family, on the forms of the protocols")
@RestController
@RequestMapping("/api/assessments")
class AssessmentController {

    private static final String LIST = "assessments";

    private final BeginAssessment begin;
    private final HandleAssessment handle;
    private final Assessments assessments;
    private final Answering answering;
    private final AccessLog log;
    private final InstantSource time;

    AssessmentController(
            BeginAssessment begin,
            HandleAssessment handle,
            Assessments assessments,
            Answering answering,
            AccessLog log,
            InstantSource time) {
        this.begin = begin;
        this.handle = handle;
        this.assessments = assessments;
        this.answering = answering;
        this.log = log;
        this.time = time;
    }

    record BeginBody(
            @NotBlank @Size(max = 60) String protocol,
            @NotBlank @Size(max = 40) String kind,
            @NotBlank @Size(max = 80) String family,
            @NotBlank @Size(max = 80) String person,
            @Nullable @Size(max = 80) String referral,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 60) String> facts) {

        Optional<BeginAssessment.Request> toRequest() {
            return Arrays.stream(Kind.values())
                    .filter(one -> one.word().equals(kind))
                    .findFirst()
                    .map(found -> new BeginAssessment.Request(
                            protocol, found, family, person, referral, facts == null ? List.of() : facts));
        }

        boolean namesUnknownFacts() {
            return facts != null
                    && facts.stream()
                            .anyMatch(word -> Arrays.stream(Fact.values())
                                    .noneMatch(fact -> fact.word().equals(word)));
        }
    }

    @Operation(
            summary = "Begin an assessment",
            description =
                    "Of a person of a family, on the form of the protocol that is in force, which it pins. What the"
                            + " protocol wants beside it is opened with it, such as the Parental Needs Assessment"
                            + " (HAC-07). It is begun also while the family's record cannot be asked.")
    @IdempotentCreation
    @PostMapping
    ResponseEntity<?> begin(@Valid @RequestBody BeginBody body, IdempotencyKey key, Caller caller) {
        if (AssessmentAccess.list(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        var request = body.toRequest();
        if (request.isEmpty()) {
            return AssessmentProblems.unknown(Map.of("kind", "There is no such kind of assessment."));
        }
        if (body.namesUnknownFacts()) {
            return AssessmentProblems.unknown(Map.of("facts", "One of these is no fact of the protocols."));
        }
        var now = time.instant();
        return switch (begin.begin(key.derivedId().toString(), request.get(), caller, now)) {
            case BeginAssessment.Outcome.Begun(Held held, var _) -> {
                var id = held.assessment().id();
                var answer = answering.shown(id, caller, now);
                yield ResponseEntity.created(URI.create("/api/assessments/" + id))
                        .eTag(EntityTag.of(held.version()))
                        .body(answer.getBody());
            }
            case BeginAssessment.Outcome.NotPermitted(var refused) ->
                Problem.of(refused).response();
            case BeginAssessment.Outcome.Unknown(var byField) -> AssessmentProblems.unknown(byField);
        };
    }

    @Operation(
            summary = "One assessment",
            description =
                    "For the agencies that work with the family. Of the others' part each sees what the decision on"
                            + " sharing allows; where that cannot be asked, the minimum necessary, and it says so.")
    @GetMapping("/{id}")
    ResponseEntity<?> read(@PathVariable String id, Caller caller) {
        var now = time.instant();
        var shown = answering.shown(id, caller, now);
        if (shown.getStatusCode().is2xxSuccessful()) {
            log.add(Look.of(Records.ASSESSMENT, id, caller, "read", now));
        }
        return shown;
    }

    /** A reading that leaves that somebody looked. */
    private Optional<HandleAssessment.Reading> looked(String id, Caller caller, String at) {
        var now = time.instant();
        var reading = handle.read(id, caller, now);
        reading.ifPresent(_ -> log.add(Look.of(Records.ASSESSMENT, id, caller, at, now)));
        return reading;
    }

    /** Which assessments a list shows. */
    enum ListOf {
        AGENCY,
        MINE,
        WITH_CHILDREN,
        CLOSED
    }

    /** A line of a list. */
    record Line(
            String id,
            String reference,
            String kind,
            String title,
            String family,
            String person,
            String state,
            String holder,
            String worker,
            @Nullable String risk,
            boolean withChildren,
            boolean harmWithoutReferral,
            @Nullable Instant dueAt,
            boolean overdue,
            Instant begunAt,
            Links _links) {

        static Line of(Assessments.Row row, Instant now) {
            boolean clock = !row.nextDueAt().equals(Position.NEVER);
            return new Line(
                    row.id(),
                    row.reference(),
                    row.kind(),
                    row.title(),
                    row.family(),
                    row.person(),
                    row.state(),
                    row.holder(),
                    row.worker().name(),
                    row.risk(),
                    row.withChildren(),
                    row.harm(),
                    clock ? row.nextDueAt() : null,
                    clock && !now.isBefore(row.nextDueAt()),
                    row.begunAt(),
                    Links.self("/api/assessments/" + row.id()));
        }
    }

    @Operation(
            summary = "Assessments in which the caller's agency takes part, or those that they hold",
            description = "What needs a look first is at the top. 'of=WITH_CHILDREN' is the list of all clients with"
                    + " childcare responsibilities, pregnant, or in regular contact with children, which keeps itself"
                    + " (HAC-10). Closed ones are in 'of=CLOSED' alone. 'family' shows all of one family, closed ones"
                    + " too.")
    @GetMapping
    ResponseEntity<?> list(
            @RequestParam(defaultValue = "AGENCY") ListOf of,
            @RequestParam(required = false) @Nullable String family,
            @Parameter(hidden = true) @ListName(LIST) PageRequest page,
            Caller caller) {
        if (AssessmentAccess.list(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        var now = time.instant();
        var keys = page.position();
        var after = keys.isEmpty() ? null : new Position(Instant.parse(keys.getFirst()), keys.getLast());
        var found = assessments.list(
                new Query(Of.valueOf(of.name()), caller.agency(), caller.subject(), family, after, page.limit() + 1));
        return ResponseEntity.ok(
                Page.of(found, page, row -> Cursor.of(LIST, row.nextDueAt().toString(), row.id()))
                        .map(row -> Line.of(row, now)));
    }

    @Operation(
            summary = "The form that the assessment pins",
            description = "Sections, questions, help, and who fills in.")
    @GetMapping("/{id}/form")
    ResponseEntity<?> form(@PathVariable String id, Caller caller) {
        return handle.read(id, caller, time.instant())
                .<ResponseEntity<?>>map(
                        reading -> ResponseEntity.ok(FormView.of(reading.held().assessment(), reading.rules(), caller)))
                .orElseGet(() -> Problem.notFound().response());
    }

    /** One version with what this caller may see of it. */
    record EditionView(
            int number,
            String why,
            String form,
            Map<String, Map<String, Object>> sections,
            @Nullable RiskDecision risk,
            List<String> changes,
            String by,
            Instant at,
            @Nullable String notShown) {}

    @Operation(summary = "Every version", description = "As it was when somebody completed it; none is ever changed.")
    @GetMapping("/{id}/versions")
    ResponseEntity<?> versions(@PathVariable String id, Caller caller) {
        return looked(id, caller, "read-versions")
                .<ResponseEntity<?>>map(reading ->
                        ResponseEntity.ok(Page.last(reading.held().assessment().editions().stream()
                                .map(edition -> version(edition, reading, caller))
                                .toList())))
                .orElseGet(() -> Problem.notFound().response());
    }

    private static EditionView version(Edition edition, HandleAssessment.Reading reading, Caller caller) {
        var shown = Shown.of(reading.held().assessment(), edition.parts(), caller, reading.sharing(), reading.rules());
        var sections = new java.util.LinkedHashMap<String, Map<String, Object>>();
        shown.parts()
                .forEach(part -> sections.put(part.section(), part.answers().typed()));
        boolean whole = shown.outlined().isEmpty();
        return new EditionView(
                edition.number(),
                edition.why(),
                edition.form(),
                sections,
                whole ? edition.risk() : null,
                whole ? edition.changes() : List.of(),
                edition.by().name(),
                edition.at(),
                whole ? null : shown.why());
    }

    /** What is different now. */
    record ChangesView(int since, List<String> circumstances, List<String> changes) {}

    @Operation(
            summary = "What changed since the last version, in words",
            description = "In the family's circumstances and in the answers (HAC-15).")
    @GetMapping("/{id}/changes")
    ResponseEntity<?> changes(@PathVariable String id, Caller caller) {
        return looked(id, caller, "read-changes")
                .<ResponseEntity<?>>map(reading -> {
                    var a = reading.held().assessment();
                    var shown = Shown.of(a, a.parts(), caller, reading.sharing(), reading.rules());
                    return ResponseEntity.ok(new ChangesView(
                            a.editions().size(),
                            a.reopened(),
                            shown.outlined().isEmpty()
                                    ? handle.changesSinceTheLast(a, reading.rules())
                                    : List.of(shown.why())));
                })
                .orElseGet(() -> Problem.notFound().response());
    }
}
