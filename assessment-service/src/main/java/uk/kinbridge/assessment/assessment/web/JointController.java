package uk.kinbridge.assessment.assessment.web;

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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.assessment.assessment.HandleAssessment;
import uk.kinbridge.assessment.assessment.HandleAssessment.Act;
import uk.kinbridge.assessment.assessment.Joint.Meeting;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.IfMatch;

/** What several services do together in one assessment (SAL-07, HAC-21). */
@Tag(name = "Joint assessments", description = "Planned together, met, visited, signed by each agency")
@RestController
@RequestMapping("/api/assessments/{id}")
class JointController {

    private final HandleAssessment handle;
    private final Answering answering;
    private final InstantSource time;

    JointController(HandleAssessment handle, Answering answering, InstantSource time) {
        this.handle = handle;
        this.answering = answering;
        this.time = time;
    }

    record AgencyBody(
            @NotBlank @Size(max = 80) String agency,
            @NotBlank @Size(max = 500) String basis) {}

    @Operation(summary = "Another agency takes part", description = "On a basis; its people are told.")
    @PostMapping("/agencies")
    ResponseEntity<?> join(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody AgencyBody body, Caller caller) {
        var now = time.instant();
        return answering.of(handle.join(act(id, ifMatch, caller, now), body.agency, body.basis), caller, now);
    }

    record WordsBody(@NotBlank @Size(max = 20_000) String words) {}

    @Operation(summary = "It was planned together", description = "With the other professionals involved (SAL-07).")
    @PostMapping("/joint-plan")
    ResponseEntity<?> plan(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody WordsBody body, Caller caller) {
        var now = time.instant();
        return answering.of(handle.plan(act(id, ifMatch, caller, now), body.words), caller, now);
    }

    @Operation(
            summary = "It is too urgent to plan together",
            description = "With the reason. Then the recovery coordinator is owed full information (SAL-07).")
    @PostMapping("/urgency")
    ResponseEntity<?> urgent(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody WordsBody body, Caller caller) {
        var now = time.instant();
        return answering.of(handle.urgent(act(id, ifMatch, caller, now), body.words), caller, now);
    }

    @Operation(summary = "The recovery coordinator was fully informed and is part of strategy planning (SAL-07)")
    @PostMapping("/full-information")
    ResponseEntity<?> inform(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody WordsBody body, Caller caller) {
        var now = time.instant();
        return answering.of(handle.inform(act(id, ifMatch, caller, now), body.words), caller, now);
    }

    record MeetingBody(
            Meeting.@NotNull Kind kind,
            @NotNull OffsetDateTime heldAt,
            @NotBlank @Size(max = 20_000) String words,
            @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 80) String> agencies) {}

    @Operation(summary = "A meeting was held, or a joint visit was made (HAC-21)")
    @PostMapping("/meetings")
    ResponseEntity<?> meet(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody MeetingBody body, Caller caller) {
        var now = time.instant();
        return answering.of(
                handle.meet(
                        act(id, ifMatch, caller, now), body.kind, body.heldAt.toInstant(), body.words, body.agencies),
                caller,
                now);
    }

    @Operation(
            summary = "Sign for your agency",
            description = "What stands there now. What is written afterwards needs a new signature (HAC-21).")
    @PostMapping("/signatures")
    ResponseEntity<?> sign(@PathVariable String id, IfMatch ifMatch, Caller caller) {
        var now = time.instant();
        return answering.of(handle.sign(act(id, ifMatch, caller, now)), caller, now);
    }

    private static Act act(String id, IfMatch ifMatch, Caller caller, Instant now) {
        return new Act(id, ifMatch.version(), caller, now);
    }
}
