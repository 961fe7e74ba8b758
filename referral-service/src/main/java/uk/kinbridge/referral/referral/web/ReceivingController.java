package uk.kinbridge.referral.referral.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.IfMatch;
import uk.kinbridge.referral.information.StatedSharing;
import uk.kinbridge.referral.referral.Act;
import uk.kinbridge.referral.referral.HandleReferral;

/** What the receiving agency does with a referral. */
@Tag(name = "Referrals received", description = "Acknowledging, deciding, keeping the referrer informed")
@RestController
@RequestMapping("/api/referrals/{id}")
class ReceivingController {

    private final HandleReferral handle;
    private final ReferralAnswers answers;
    private final InstantSource time;

    ReceivingController(HandleReferral handle, ReferralAnswers answers, InstantSource time) {
        this.handle = handle;
        this.answers = answers;
        this.time = time;
    }

    /** What is said with an act, in one's own words. */
    record Said(
            @NotBlank @Size(max = 20_000) String words,
            @Nullable StatedSharing sharing) {}

    record InvitationBody(
            @NotNull OffsetDateTime appointmentAt,
            @Size(max = 300) @Nullable String place) {}

    record OutcomeBody(
            @NotBlank @Size(max = 20_000) String outcome,
            @Nullable @Size(max = 4_000) String levelOfUse,
            @Nullable @Size(max = 4_000) String riskToParenting,
            @Nullable StatedSharing sharing) {}

    @Operation(
            summary = "Acknowledge a referral",
            description = "By the role that the pathway names, or a manager of the receiving agency (HAC-03, HAC-17)."
                    + " A second acknowledgement changes nothing.")
    @PostMapping("/acknowledgement")
    ResponseEntity<?> acknowledge(@PathVariable String id, IfMatch ifMatch, Caller caller) {
        return act(id, ifMatch, caller, new Act.Acknowledge());
    }

    @Operation(
            summary = "Record the invitation to an assessment",
            description = "Within 5 working days of a priority referral (HAC-03).")
    @PostMapping("/assessment-invitation")
    ResponseEntity<?> invite(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody InvitationBody body, Caller caller) {
        var now = time.instant();
        var invite = new Act.Invite(body.appointmentAt.toInstant(), body.place);
        return answers.of(handle.invite(id, ifMatch.version(), caller, invite, now), caller, now);
    }

    @Operation(
            summary = "Decide what is to be done",
            description = "A social worker decides within one working day, and the referrer is told (ENG-01).")
    @PostMapping("/decision")
    ResponseEntity<?> decide(@PathVariable String id, IfMatch ifMatch, @Valid @RequestBody Said body, Caller caller) {
        return act(id, ifMatch, caller, new Act.Decide(body.words()));
    }

    @Operation(
            summary = "Take no further action",
            description = "With the reason, which the referrer gets and must acknowledge (SAL-24, HAC-17).")
    @PostMapping("/no-further-action")
    ResponseEntity<?> takeNoFurther(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody Said body, Caller caller) {
        return act(id, ifMatch, caller, new Act.TakeNoFurther(body.words()));
    }

    @Operation(summary = "Report progress", description = "The referrer is kept informed (SAL-06, FAP-14).")
    @PostMapping("/progress-reports")
    ResponseEntity<?> reportProgress(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody Said body, Caller caller) {
        return act(id, ifMatch, caller, new Act.ReportProgress(body.words()), body.sharing());
    }

    @Operation(summary = "Put a family on the waiting list", description = "Where a programme is full (SAL-19).")
    @PostMapping("/waiting-list-entry")
    ResponseEntity<?> putOnWaitingList(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody Said body, Caller caller) {
        return act(id, ifMatch, caller, new Act.PutOnWaitingList(body.words()));
    }

    @Operation(
            summary = "Record that the assessment indicates significant harm",
            description = "It starts the child protection procedure at once (SAL-08).")
    @PostMapping("/harm-indication")
    ResponseEntity<?> indicateHarm(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody Said body, Caller caller) {
        return act(id, ifMatch, caller, new Act.IndicateHarm(body.words()));
    }

    @Operation(summary = "Agree one plan of both services", description = "Joint work begins (HAC-18).")
    @PostMapping("/joint-plan")
    ResponseEntity<?> agreeJointPlan(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody Said body, Caller caller) {
        return act(id, ifMatch, caller, new Act.AgreeJointPlan(body.words()));
    }

    @Operation(summary = "Close a referral", description = "With the reason, which the referrer gets (SAL-24).")
    @PostMapping("/closure")
    ResponseEntity<?> close(@PathVariable String id, IfMatch ifMatch, @Valid @RequestBody Said body, Caller caller) {
        return act(id, ifMatch, caller, new Act.Close(body.words()));
    }

    @Operation(
            summary = "Share the outcome of the assessment in writing",
            description = "For a treatment service: the level of use and the risk to parenting (HAC-04, SAL-24).")
    @PostMapping("/assessment-outcome")
    ResponseEntity<?> shareOutcome(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody OutcomeBody body, Caller caller) {
        return act(
                id,
                ifMatch,
                caller,
                new Act.ShareOutcome(body.outcome, body.levelOfUse, body.riskToParenting),
                body.sharing);
    }

    @Operation(
            summary = "Record that the assessment is finished",
            description = "Within 45 working days of the referral at the latest (ENG-02).")
    @PostMapping("/assessment-completion")
    ResponseEntity<?> completeAssessment(@PathVariable String id, IfMatch ifMatch, Caller caller) {
        return act(id, ifMatch, caller, new Act.CompleteAssessment());
    }

    @Operation(
            summary = "Offer a place on a programme",
            description = "Never more families at one time than the protocol has places for (SAL-19).")
    @PostMapping("/place-offer")
    ResponseEntity<?> offerPlace(@PathVariable String id, IfMatch ifMatch, Caller caller) {
        var now = time.instant();
        return answers.of(handle.offerPlace(id, ifMatch.version(), caller, now), caller, now);
    }

    private ResponseEntity<?> act(String id, IfMatch ifMatch, Caller caller, Act act, @Nullable StatedSharing stated) {
        var now = time.instant();
        var sharing = stated == null ? StatedSharing.NOTHING : stated;
        return answers.of(handle.act(id, ifMatch.version(), caller, act, sharing, now), caller, now);
    }

    private ResponseEntity<?> act(String id, IfMatch ifMatch, Caller caller, Act act) {
        var now = time.instant();
        return answers.of(handle.act(id, ifMatch.version(), caller, act, now), caller, now);
    }
}
