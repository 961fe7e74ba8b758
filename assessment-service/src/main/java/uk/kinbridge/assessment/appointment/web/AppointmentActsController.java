package uk.kinbridge.assessment.appointment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.assessment.appointment.Attendance;
import uk.kinbridge.assessment.appointment.CancelledBy;
import uk.kinbridge.assessment.appointment.Courses.Held;
import uk.kinbridge.assessment.appointment.Discussion;
import uk.kinbridge.assessment.appointment.HandleCourse;
import uk.kinbridge.assessment.appointment.Offer;
import uk.kinbridge.assessment.kept.Actor;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.EntityTag;
import uk.kinbridge.platform.web.etag.IfMatch;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.protocols.heldopen.web.HeldOpen;

/** What people do with appointments: offer, say what became of them, tell, decide together. */
@Tag(name = "Appointments")
@RestController
@RequestMapping("/api/appointments/{id}")
class AppointmentActsController {

    private final HandleCourse handle;
    private final InstantSource time;

    AppointmentActsController(HandleCourse handle, InstantSource time) {
        this.handle = handle;
        this.time = time;
    }

    record OutcomeBody(
            @NotNull Attendance attendance,
            @Nullable CancelledBy cancelledBy,
            @Nullable @Size(max = 4_000) String note) {}

    record CorrectionBody(
            @NotNull Attendance attendance,
            @Nullable CancelledBy cancelledBy,
            @Nullable @Size(max = 4_000) String note,
            @NotBlank @Size(max = 2_000) String reason) {}

    record TellingBody(
            @NotBlank @Size(max = 300) String whom,
            @NotBlank @Size(max = 100) String how,
            @Nullable @Size(max = 2_000) String words) {}

    record DiscussionBody(
            @NotBlank @Size(max = 300) String with,
            Discussion.@NotNull Decision decision,
            @NotBlank @Size(max = 4_000) String words) {}

    record ReasonBody(@NotBlank @Size(max = 2_000) String reason) {}

    @Operation(
            summary = "Offer another appointment",
            description =
                    "What the protocol asked to be offered is met by it: another appointment (HAC-06), a home visit"
                            + " (SAL-20).")
    @PostMapping("/offers")
    ResponseEntity<?> offer(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody OfferBody body, Caller caller) {
        var act = act(id, ifMatch, caller);
        return answer(handle.offer(act, body.toWanted()), act);
    }

    @Operation(
            summary = "Say what became of an appointment",
            description = "After one that was missed, those whom the protocol names are told at once, and a clock runs"
                    + " until a person has confirmed it (HAC-05); what is offered next waits for a time only (HAC-06,"
                    + " SAL-20).")
    @PostMapping("/offers/{number}/outcome")
    ResponseEntity<?> outcome(
            @PathVariable String id,
            @PathVariable int number,
            IfMatch ifMatch,
            @Valid @RequestBody OutcomeBody body,
            Caller caller) {
        var act = act(id, ifMatch, caller);
        var recorded =
                new Offer.Recorded(body.attendance, body.cancelledBy, body.note, Actor.of(caller), act.now(), null);
        return answer(handle.record(act, number, recorded), act);
    }

    @Operation(
            summary = "Correct a wrong outcome",
            description =
                    "The record keeps both. What followed from the wrong one is taken back as far as it can be, and"
                            + " who was told of it is told of the correction.")
    @PostMapping("/offers/{number}/correction")
    ResponseEntity<?> correct(
            @PathVariable String id,
            @PathVariable int number,
            IfMatch ifMatch,
            @Valid @RequestBody CorrectionBody body,
            Caller caller) {
        var act = act(id, ifMatch, caller);
        var recorded = new Offer.Recorded(
                body.attendance, body.cancelledBy, body.note, Actor.of(caller), act.now(), body.reason);
        return answer(handle.correct(act, number, recorded), act);
    }

    @Operation(
            summary = "Record that somebody was told",
            description = "In person, by telephone or e-mail: as good as a notice that they confirmed (HAC-05).")
    @PostMapping("/duties/{duty}/telling")
    ResponseEntity<?> told(
            @PathVariable String id,
            @PathVariable String duty,
            IfMatch ifMatch,
            @Valid @RequestBody TellingBody body,
            Caller caller) {
        var act = act(id, ifMatch, caller);
        var words = "Told " + body.whom + " by " + body.how + (body.words == null ? "" : ": " + body.words);
        return answer(handle.told(act, duty, words), act);
    }

    @Operation(
            summary = "Record what both services have decided together",
            description = "After the last appointment that the protocol counts was missed (HAC-06). Either service may"
                    + " write it down; missed appointments are counted anew from then on.")
    @PostMapping("/duties/{duty}/discussion")
    ResponseEntity<?> discussed(
            @PathVariable String id,
            @PathVariable String duty,
            IfMatch ifMatch,
            @Valid @RequestBody DiscussionBody body,
            Caller caller) {
        var act = act(id, ifMatch, caller);
        var discussion = new Discussion(Actor.of(caller), act.now(), body.with, body.decision, body.words, null);
        return answer(handle.discussed(act, duty, discussion), act);
    }

    @Operation(
            summary = "Leave undone what would be offered next, with the reason",
            description =
                    "Where a home visit would not be safe, for example. Telling and deciding cannot be left undone.")
    @PostMapping("/duties/{duty}/left-undone")
    ResponseEntity<?> leave(
            @PathVariable String id,
            @PathVariable String duty,
            IfMatch ifMatch,
            @Valid @RequestBody ReasonBody body,
            Caller caller) {
        var act = act(id, ifMatch, caller);
        return answer(handle.leave(act, duty, body.reason), act);
    }

    @Operation(summary = "End the appointments, with the reason; not while somebody has yet to be told")
    @PostMapping("/end")
    ResponseEntity<?> end(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody ReasonBody body, Caller caller) {
        var act = act(id, ifMatch, caller);
        return answer(handle.end(act, body.reason), act);
    }

    private HandleCourse.Act act(String id, IfMatch ifMatch, Caller caller) {
        return new HandleCourse.Act(id, ifMatch.version(), caller, time.instant());
    }

    private ResponseEntity<?> answer(HandleCourse.Outcome outcome, HandleCourse.Act act) {
        return switch (outcome) {
            case HandleCourse.Outcome.Done(Held held) ->
                ResponseEntity.ok()
                        .eTag(EntityTag.of(held.version()))
                        .body(AppointmentView.of(
                                held.course(), handle.holding(held.course()), act.caller(), act.now()));
            case HandleCourse.Outcome.NotPermitted(AccessDecision.Refused refused) ->
                Problem.of(refused).response();
            case HandleCourse.Outcome.Stale() -> IfMatch.stale().response();
            case HandleCourse.Outcome.HeldOpen(var by, var obligations) -> HeldOpen.problem(by, obligations);
            case HandleCourse.Outcome.Against(var why, var course) -> AppointmentProblems.against(why, course);
        };
    }
}
