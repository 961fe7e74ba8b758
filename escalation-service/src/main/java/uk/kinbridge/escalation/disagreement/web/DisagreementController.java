package uk.kinbridge.escalation.disagreement.web;

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
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.escalation.disagreement.Disagreement;
import uk.kinbridge.escalation.disagreement.DisagreementAccess;
import uk.kinbridge.escalation.disagreement.Disagreements;
import uk.kinbridge.escalation.disagreement.Disagreements.Held;
import uk.kinbridge.escalation.disagreement.Disagreements.Position;
import uk.kinbridge.escalation.disagreement.Disagreements.Query;
import uk.kinbridge.escalation.disagreement.Disagreements.Whose;
import uk.kinbridge.escalation.disagreement.PinnedRules;
import uk.kinbridge.escalation.disagreement.RaiseDisagreement;
import uk.kinbridge.escalation.disagreement.Seat;
import uk.kinbridge.escalation.disagreement.Stage;
import uk.kinbridge.escalation.disagreement.Subject;
import uk.kinbridge.platform.page.Cursor;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.page.PageRequest;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.platform.web.etag.EntityTag;
import uk.kinbridge.platform.web.idempotency.IdempotencyKey;
import uk.kinbridge.platform.web.idempotency.IdempotentCreation;
import uk.kinbridge.platform.web.link.Links;
import uk.kinbridge.platform.web.page.ListName;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.protocols.pack.Fact;

/** Raising, reading and finding disagreements. */
@Tag(name = "Disagreements", description = "Professional disagreements, on the ladder of the area's protocol")
@RestController
@RequestMapping("/api/disagreements")
class DisagreementController {

    private static final String LIST = "disagreements";

    private final RaiseDisagreement raise;
    private final Disagreements disagreements;
    private final PinnedRules rules;
    private final InstantSource time;

    DisagreementController(
            RaiseDisagreement raise, Disagreements disagreements, PinnedRules rules, InstantSource time) {
        this.raise = raise;
        this.disagreements = disagreements;
        this.rules = rules;
        this.time = time;
    }

    record SubjectBody(
            @NotNull @Pattern(regexp = "referral|decision|assessment|plan|silence")
            String kind,

            @Nullable @Size(max = 100) String id,
            @NotBlank @Size(max = 100) String reference,

            @Nullable @Size(max = 300) @Pattern(regexp = "/api/.*")
            String link) {

        Subject toSubject() {
            return new Subject(Subject.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), id, reference, link);
        }
    }

    record DisagreementBody(
            @NotBlank @Size(max = 60) @Pattern(regexp = "[a-z0-9-]+")
            String area,

            @NotNull @Valid SubjectBody subject,
            @NotBlank @Size(max = 100) String answeringAgency,
            @Nullable @Size(max = 100) String toPerson,
            @NotBlank @Size(max = 10_000) String concern,
            @NotBlank @Size(max = 10_000) String wanted,
            @Nullable @Size(max = 10) List<@Pattern(regexp = "[A-Z][A-Z0-9]{1,5}-\\d{2,3}") String> clauses,
            @Nullable @Size(max = 10) List<@NotBlank String> risks) {

        RaiseDisagreement.Request toRequest(List<Fact> facts) {
            return new RaiseDisagreement.Request(
                    area,
                    subject.toSubject(),
                    answeringAgency,
                    toPerson,
                    concern,
                    wanted,
                    clauses == null ? List.of() : clauses,
                    facts);
        }
    }

    /** A line of a list. */
    record Row(
            String id,
            String reference,
            Subject subject,
            String raising,
            String answering,
            boolean urgent,
            Stage stage,
            List<Seat> owing,
            boolean proposalWaits,
            @Nullable Instant dueAt,
            Instant raisedAt,
            Links _links) {
        static Row of(Disagreement d) {
            return new Row(
                    d.id(),
                    d.reference(),
                    d.matter().subject(),
                    d.sides().raising().name(),
                    d.sides().answering().name(),
                    d.matter().isUrgent(),
                    d.stage(),
                    d.owing(),
                    d.proposal() != null,
                    d.isOpen() ? Position.of(d).nextDueAt() : null,
                    d.raisedAt(),
                    Links.self("/api/disagreements/" + d.id()));
        }
    }

    /** Whose disagreements a list shows. */
    enum ListOf {
        AGENCY,
        MINE,
        OWED
    }

    @Operation(
            summary = "Raise a disagreement",
            description =
                    "With another agency that works under the area's protocol, on a referral, a decision, an"
                            + " assessment, a plan or a silence. A plan that was agreed on a referral or an assessment is"
                            + " named with the address of that record, which then stays open; one that is kept elsewhere"
                            + " by what people call it. It starts on the first level, whose clock runs at once, and goes"
                            + " up by itself when nobody settles it (SAL-27, FAP-07, DOR-12, ENG-08). Where risks are named that"
                            + " cannot wait, the answer begins with whom to call, and all levels follow on the same working day.")
    @IdempotentCreation
    @PostMapping
    ResponseEntity<?> raise(@Valid @RequestBody DisagreementBody body, IdempotencyKey key, Caller caller) {
        if (DisagreementAccess.raise(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        var facts = FactWord.read(body.risks());
        if (facts.isEmpty()) {
            return DisagreementProblems.unknown(Map.of("risks", "One of these is no known risk."));
        }
        var now = time.instant();
        return switch (raise.raise(key.derivedId().toString(), body.toRequest(facts.get()), caller, now)) {
            case RaiseDisagreement.Outcome.Raised(Held held) ->
                ResponseEntity.created(URI.create(
                                "/api/disagreements/" + held.disagreement().id()))
                        .eTag(EntityTag.of(held.version()))
                        .body(DisagreementView.of(held.disagreement(), rules.of(held.disagreement()), caller, now));
            case RaiseDisagreement.Outcome.Unknown(var byField) -> DisagreementProblems.unknown(byField);
        };
    }

    @Operation(summary = "One disagreement, for its two agencies and those whom the ladder has told")
    @GetMapping("/{id}")
    ResponseEntity<?> read(@PathVariable String id, Caller caller) {
        return disagreements
                .find(id)
                .filter(held ->
                        DisagreementAccess.read(caller, held.disagreement()).isGranted())
                .<ResponseEntity<?>>map(held -> ResponseEntity.ok()
                        .eTag(EntityTag.of(held.version()))
                        .body(DisagreementView.of(
                                held.disagreement(), rules.of(held.disagreement()), caller, time.instant())))
                .orElseGet(() -> Problem.notFound().response());
    }

    @Operation(
            summary = "Disagreements of the caller's agency, those they raised, or those on which they owe something",
            description = "What goes further first is at the top. 'subject' shows only those about the record of that"
                    + " id: while one of them is open, that record is not closed and does not lapse.")
    @GetMapping
    ResponseEntity<?> list(
            @RequestParam(defaultValue = "AGENCY") ListOf of,
            @RequestParam(defaultValue = "false") boolean resolved,
            @RequestParam(required = false) @Nullable String subject,
            @ListName(LIST) PageRequest page,
            Caller caller) {
        if (DisagreementAccess.list(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        var found =
                disagreements.list(new Query(whose(of, caller), !resolved, subject, position(page), page.limit() + 1));
        return ResponseEntity.ok(
                Page.of(found, page, DisagreementController::cursor).map(held -> Row.of(held.disagreement())));
    }

    private static Whose whose(ListOf of, Caller caller) {
        return switch (of) {
            case AGENCY ->
                DisagreementAccess.worksWithFamilies(caller)
                        ? new Whose.OfAgency(caller.agency())
                        : new Whose.ToldTo(caller.agency());
            case MINE -> new Whose.RaisedBy(caller.subject());
            case OWED ->
                new Whose.OwedBy(
                        caller.agency(),
                        caller.roles().stream().map(Role::kebab).sorted().toList(),
                        caller.subject());
        };
    }

    private static @Nullable Position position(PageRequest page) {
        var keys = page.position();
        return keys.isEmpty() ? null : new Position(Instant.parse(keys.getFirst()), keys.getLast());
    }

    private static Cursor cursor(Held held) {
        var position = Position.of(held.disagreement());
        return Cursor.of(LIST, position.nextDueAt().toString(), position.id());
    }
}
