package uk.kinbridge.assessment.assessment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.assessment.assessment.Finishing;
import uk.kinbridge.assessment.assessment.HandleAssessment;
import uk.kinbridge.assessment.assessment.HandleAssessment.Act;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.IfMatch;
import uk.kinbridge.protocols.time.Within;

/** Deciding, completing, telling the outcome, and looking again. */
@Tag(name = "Completing assessments", description = "Risk, completion, outcome, reviews")
@RestController
@RequestMapping("/api/assessments/{id}")
class AssessmentActsController {

    private final HandleAssessment handle;
    private final Answering answering;
    private final InstantSource time;

    AssessmentActsController(HandleAssessment handle, Answering answering, InstantSource time) {
        this.handle = handle;
        this.answering = answering;
        this.time = time;
    }

    record RiskBody(
            @NotBlank @Size(max = 60) String level,
            @Nullable @Size(max = 60) String reviewWithin,
            @NotBlank @Size(max = 10_000) String reason) {}

    @Operation(
            summary = "Decide on the risk",
            description =
                    "The area's model proposes a level and says why ('proposed'); a person decides and gives their"
                            + " reason (HAC-12). 'reviewWithin' may ask for an earlier look, never for a later one"
                            + " (FAP-01).")
    @PostMapping("/risk-decision")
    ResponseEntity<?> decide(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody RiskBody body, Caller caller) {
        var now = time.instant();
        Within sooner = null;
        if (body.reviewWithin != null) {
            try {
                sooner = Within.parse(body.reviewWithin);
            } catch (IllegalArgumentException notATime) {
                return AssessmentProblems.unknown(
                        Map.of("reviewWithin", "Write a time like '3 calendar months' or '10 working days'."));
            }
        }
        return answering.of(
                handle.decideRisk(act(id, ifMatch, caller, now), body.level, sooner, body.reason), caller, now);
    }

    @Operation(
            summary = "Complete it",
            description = "Not before every rule of the protocol is kept: the child's voice and whether each child was"
                    + " seen alone (JWP-16, SAL-31), young carers (JWP-17, DOR-08), and so on. A refusal names each"
                    + " question, reason and obligation, and loses nothing. A version is kept for good.")
    @PostMapping("/completion")
    ResponseEntity<?> complete(@PathVariable String id, IfMatch ifMatch, Caller caller) {
        var now = time.instant();
        return answering.of(handle.complete(act(id, ifMatch, caller, now)), caller, now);
    }

    record ReasonBody(@NotBlank @Size(max = 4_000) String reason) {}

    @Operation(summary = "Open it again for a review", description = "On its clock or before (HAC-15).")
    @PostMapping("/reviews")
    ResponseEntity<?> review(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody ReasonBody body, Caller caller) {
        var now = time.instant();
        return answering.of(handle.reopen(act(id, ifMatch, caller, now), body.reason), caller, now);
    }

    @Operation(
            summary = "Close it for good",
            description =
                    "By the agency whose assessment it is, once it is complete, what it brought with it is settled,"
                            + " its review is not overdue, and whoever got the outcome has confirmed it; not while agencies"
                            + " disagree about it (SAL-27). The agencies that take part are told the reason (SAL-24). No change"
                            + " of circumstances opens it again by itself; whoever held it is told, and can ('reviews').")
    @PostMapping("/closure")
    ResponseEntity<?> close(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody ReasonBody body, Caller caller) {
        var now = time.instant();
        return answering.of(handle.close(act(id, ifMatch, caller, now), body.reason), caller, now);
    }

    @Operation(
            summary = "Move it to the newest version of its form",
            description = "All answers stay, also those to a question that is asked no longer.")
    @PostMapping("/form-version")
    ResponseEntity<?> move(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody ReasonBody body, Caller caller) {
        var now = time.instant();
        return answering.of(handle.move(act(id, ifMatch, caller, now), body.reason), caller, now);
    }

    record OutcomeBody(
            @NotBlank @Size(max = 80) String to,
            @NotBlank @Size(max = 20_000) String outcome,
            @Nullable @Size(max = 4_000) String levelOfUse,
            @Nullable @Size(max = 4_000) String riskToParenting,
            @NotNull Boolean goesOn,
            @Nullable @Size(max = 10_000) String rationale) {}

    @Operation(
            summary = "Share the outcome with the referrer, in writing",
            description = "With the level of use and the assessed risk to parenting (HAC-04); with the rationale when"
                    + " nothing further is done (SAL-24). A person there acknowledges it.")
    @PostMapping("/outcomes")
    ResponseEntity<?> share(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody OutcomeBody body, Caller caller) {
        var now = time.instant();
        var outcome = new Finishing.Outcome(
                body.to, body.outcome, body.levelOfUse, body.riskToParenting, body.goesOn, body.rationale);
        return answering.of(handle.share(act(id, ifMatch, caller, now), outcome), caller, now);
    }

    record InvitationBody(@NotNull OffsetDateTime appointmentAt) {}

    @Operation(
            summary = "Invite the person to the assessment",
            description = "The referral that asked for it hears of it, and its clock stops (HAC-03).")
    @PostMapping("/invitation")
    ResponseEntity<?> invite(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody InvitationBody body, Caller caller) {
        var now = time.instant();
        return answering.of(handle.invite(act(id, ifMatch, caller, now), body.appointmentAt.toInstant()), caller, now);
    }

    record SettledBody(
            @Nullable @Size(max = 80) String referral,
            @NotBlank @Size(max = 4_000) String words) {}

    @Operation(
            summary = "Something that the assessment brought with it is done",
            description = "The referral of a young carer is named (DOR-08); a consultation is recorded (DOR-05).")
    @PostMapping("/owed/{rule}")
    ResponseEntity<?> settle(
            @PathVariable String id,
            @PathVariable String rule,
            IfMatch ifMatch,
            @Valid @RequestBody SettledBody body,
            Caller caller) {
        var now = time.instant();
        return answering.of(handle.settle(act(id, ifMatch, caller, now), rule, body.referral, body.words), caller, now);
    }

    private static Act act(String id, IfMatch ifMatch, Caller caller, java.time.Instant now) {
        return new Act(id, ifMatch.version(), caller, now);
    }
}
