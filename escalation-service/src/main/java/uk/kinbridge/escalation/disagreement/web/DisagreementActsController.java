package uk.kinbridge.escalation.disagreement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.escalation.disagreement.HandleDisagreement;
import uk.kinbridge.escalation.disagreement.HandleDisagreement.Act;
import uk.kinbridge.escalation.disagreement.HandleDisagreement.Outcome;
import uk.kinbridge.escalation.disagreement.Proposal.Undertaking;
import uk.kinbridge.escalation.disagreement.Resolution.ChildSafety;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.EntityTag;
import uk.kinbridge.platform.web.etag.IfMatch;
import uk.kinbridge.platform.web.problem.Problem;

/** What people do with a disagreement. Each act names the version that it was decided on, and answers with the next. */
@Tag(name = "Disagreements")
@RestController
@RequestMapping("/api/disagreements/{id}")
class DisagreementActsController {

    private final HandleDisagreement handle;
    private final InstantSource time;

    DisagreementActsController(HandleDisagreement handle, InstantSource time) {
        this.handle = handle;
        this.time = time;
    }

    record DiscussionBody(
            @NotBlank @Size(max = 10_000) String position,
            @Nullable @Size(max = 10_000) String evidence,
            @NotNull Boolean agreed) {}

    record ReasonBody(@NotBlank @Size(max = 4_000) String reason) {}

    record WordsBody(@NotBlank @Size(max = 10_000) String words) {}

    record RiskBody(
            @NotEmpty @Size(max = 10) List<@NotBlank String> risks,
            @NotBlank @Size(max = 4_000) String words) {}

    record UndertakingBody(
            @NotBlank String agency,
            @NotBlank @Size(max = 200) String who,
            @NotBlank @Size(max = 2_000) String what,
            @NotNull OffsetDateTime by) {}

    record ProposalBody(
            @NotBlank @Size(max = 10_000) String agreed,
            @NotEmpty @Size(max = 20) List<@Valid UndertakingBody> undertakings) {

        List<Undertaking> toUndertakings() {
            return undertakings.stream()
                    .map(u -> new Undertaking(u.agency, u.who, u.what, u.by.toInstant()))
                    .toList();
        }
    }

    record ConfirmationBody(
            @NotNull ChildSafety child,
            @NotBlank @Size(max = 4_000) String words) {}

    record VoiceBody(
            @NotBlank @Size(max = 100) String toPerson,
            @NotBlank @Size(max = 4_000) String reason) {}

    record InquiryBody(
            @NotBlank @Size(max = 60) String kind,
            @NotBlank @Size(max = 10_000) String question) {}

    @Operation(
            summary = "Record the discussion on this level",
            description = "Each side its own: position, evidence, whether it agrees now (SAL-27).")
    @PostMapping("/discussions")
    ResponseEntity<?> discuss(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody DiscussionBody body, Caller caller) {
        var act = act(id, ifMatch, caller);
        return answer(act, handle.discuss(act, body.position, body.evidence, body.agreed));
    }

    @Operation(
            summary = "Advise the other agency of the intention to go up",
            description = "Before a level where the protocol wants that (SAL-27, level 3).")
    @PostMapping("/intention")
    ResponseEntity<?> advise(@PathVariable String id, IfMatch ifMatch, Caller caller) {
        var act = act(id, ifMatch, caller);
        return answer(act, handle.advise(act));
    }

    @Operation(summary = "Go up before the time of this level is over, with a reason")
    @PostMapping("/next-level")
    ResponseEntity<?> goUp(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody ReasonBody body, Caller caller) {
        var act = act(id, ifMatch, caller);
        return answer(act, handle.climb(act, body.reason));
    }

    @Operation(
            summary = "Declare an immediate risk",
            description = "From now on it goes through all levels on the same working day; in immediate danger the"
                    + " police come first, on 999 (SAL-27, ENG-07).")
    @PostMapping("/immediate-risk")
    ResponseEntity<?> declareRisk(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody RiskBody body, Caller caller) {
        var facts = FactWord.read(body.risks);
        if (facts.isEmpty()) {
            return DisagreementProblems.unknown(Map.of("risks", "One of these is no known risk."));
        }
        var act = act(id, ifMatch, caller);
        return answer(act, handle.declareRisk(act, facts.get(), body.words));
    }

    @Operation(summary = "Propose what would settle it: what was agreed, who does what by when")
    @PostMapping("/proposal")
    ResponseEntity<?> propose(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody ProposalBody body, Caller caller) {
        var act = act(id, ifMatch, caller);
        return answer(act, handle.propose(act, body.agreed, body.toUndertakings()));
    }

    @Operation(
            summary = "Say that it is resolved, and whether the child is safer",
            description = "Only the person who raised it (DOR-12).")
    @PostMapping("/confirmation")
    ResponseEntity<?> confirm(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody ConfirmationBody body, Caller caller) {
        var act = act(id, ifMatch, caller);
        return answer(act, handle.confirm(act, body.child, body.words));
    }

    @Operation(
            summary = "Say that the proposal does not resolve it",
            description = "Only the person who raised it; the level and its clock go on (DOR-12).")
    @PostMapping("/objection")
    ResponseEntity<?> decline(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody ReasonBody body, Caller caller) {
        var act = act(id, ifMatch, caller);
        return answer(act, handle.decline(act, body.reason));
    }

    @Operation(
            summary = "Hand over the voice of the one who raised it, to a colleague of theirs",
            description =
                    "By themselves at any time; by a manager or safeguarding lead of their agency where the directory"
                            + " says that they have left or are away. Never by the other agency. They are told, and may take it"
                            + " back (DOR-12).")
    @PostMapping("/voice")
    ResponseEntity<?> handOver(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody VoiceBody body, Caller caller) {
        var act = act(id, ifMatch, caller);
        return answer(act, handle.handOver(act, body.toPerson, body.reason));
    }

    @Operation(
            summary = "Say that something which was undertaken has been done",
            description =
                    "After it is resolved, by the agency that undertook it; until then its clock runs, and what is"
                            + " not done in time is overdue as any other obligation (SAL-27, JWP-14).")
    @PostMapping("/undertakings/{number}/fulfilment")
    ResponseEntity<?> fulfil(
            @PathVariable String id,
            @PathVariable int number,
            IfMatch ifMatch,
            @Valid @RequestBody WordsBody body,
            Caller caller) {
        var act = act(id, ifMatch, caller);
        return answer(act, handle.fulfil(act, number, body.words));
    }

    @Operation(summary = "Keep a note that only the caller's own agency sees")
    @PostMapping("/notes")
    ResponseEntity<?> note(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody WordsBody body, Caller caller) {
        var act = act(id, ifMatch, caller);
        return answer(act, handle.note(act, body.words));
    }

    @Operation(
            summary = "Ask for guidance or a formal review",
            description = "Where the ladder offers it, see 'offers'; the partnership then reads by name (SAL-27).")
    @PostMapping("/inquiries")
    ResponseEntity<?> inquire(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody InquiryBody body, Caller caller) {
        var act = act(id, ifMatch, caller);
        return answer(act, handle.inquire(act, body.kind, body.question));
    }

    @Operation(summary = "Answer a question, as the safeguarding partnership")
    @PostMapping("/inquiries/{number}/reply")
    ResponseEntity<?> reply(
            @PathVariable String id,
            @PathVariable int number,
            IfMatch ifMatch,
            @Valid @RequestBody WordsBody body,
            Caller caller) {
        var act = act(id, ifMatch, caller);
        return answer(act, handle.reply(act, number, body.words));
    }

    private Act act(String id, IfMatch ifMatch, Caller caller) {
        return new Act(id, ifMatch.version(), caller, now());
    }

    private Instant now() {
        return time.instant();
    }

    private static ResponseEntity<?> answer(Act act, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var held, var rules) ->
                ResponseEntity.ok()
                        .eTag(EntityTag.of(held.version()))
                        .body(DisagreementView.of(held.disagreement(), rules, act.caller(), act.now()));
            case Outcome.NotPermitted(AccessDecision.Refused refused) ->
                Problem.of(refused).response();
            case Outcome.Stale() -> IfMatch.stale().response();
            case Outcome.Against(var why, var disagreement, var rules) ->
                DisagreementProblems.against(why, disagreement, rules);
        };
    }
}
