package uk.kinbridge.assessment.assessment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.assessment.assessment.Assessments.Held;
import uk.kinbridge.assessment.assessment.HandleAssessment;
import uk.kinbridge.assessment.assessment.HandleAssessment.Act;
import uk.kinbridge.assessment.assessment.HandleAssessment.Outcome;
import uk.kinbridge.assessment.assessment.Writing.Typed;
import uk.kinbridge.assessment.assessment.web.AssessmentProblems.FindingView;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.EntityTag;
import uk.kinbridge.platform.web.etag.IfMatch;

/** What people write in a section, saved as they type it. */
@Tag(name = "Sections", description = "The sections of an assessment, each with its owner and a version of its own")
@RestController
@RequestMapping("/api/assessments/{id}/sections/{section}")
class SectionController {

    private final HandleAssessment handle;
    private final Answering answering;
    private final InstantSource time;

    SectionController(HandleAssessment handle, Answering answering, InstantSource time) {
        this.handle = handle;
        this.answering = answering;
        this.time = time;
    }

    record TypedBody(@NotNull @Size(max = 400) Map<@NotBlank @Size(max = 80) String, @Nullable Object> answers) {}

    /** What was saved, and what is to be said about it. */
    record Saved(String section, long version, List<FindingView> findings) {}

    @Operation(
            summary = "Save what was typed in a section",
            description =
                    "'answers' holds what has changed since; null takes an answer away. If-Match is the version of"
                            + " this section alone ('\"0\"' for one that nobody has written in): people who write in other"
                            + " sections do not matter. Everything is kept, also what its question does not take:"
                            + " 'findings' names the question, the reason and the obligation. Only a test result without"
                            + " the recovery coordinator's account and its limits is not kept (SAL-18).")
    @PatchMapping
    ResponseEntity<?> save(
            @PathVariable String id,
            @PathVariable String section,
            IfMatch ifMatch,
            @Valid @RequestBody TypedBody body,
            Caller caller) {
        var now = time.instant();
        var typed = new Typed(section, ifMatch.version(), body.answers);
        var outcome = handle.type(new Act(id, null, caller, now), typed);
        if (!(outcome instanceof Outcome.Done(Held held, var rules))) {
            return answering.refused(outcome);
        }
        var version =
                held.assessment().part(section).map(part -> part.version()).orElse(0L);
        var findings = AssessmentProblems.views(handle.findings(held, typed, rules));
        return ResponseEntity.ok().eTag(EntityTag.of(version)).body(new Saved(section, version, findings));
    }
}
