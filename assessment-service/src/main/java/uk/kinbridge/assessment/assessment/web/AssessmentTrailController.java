package uk.kinbridge.assessment.assessment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.assessment.assessment.HandleAssessment;
import uk.kinbridge.assessment.kept.Records;
import uk.kinbridge.platform.access.AccessLog;
import uk.kinbridge.platform.page.PageRequest;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.page.ListName;
import uk.kinbridge.platform.web.problem.Problem;

/** Who looked at an assessment. */
@Tag(name = "Assessments")
@RestController
class AssessmentTrailController {

    private static final String LOG = "assessment-access-log";

    private final HandleAssessment handle;
    private final AccessLog log;
    private final InstantSource time;

    AssessmentTrailController(HandleAssessment handle, AccessLog log, InstantSource time) {
        this.handle = handle;
        this.log = log;
        this.time = time;
    }

    @Operation(
            summary = "Who looked at this assessment",
            description =
                    "Every look of every agency at it, its versions and its documents, the latest first, for all who"
                            + " may read it.")
    @GetMapping("/api/assessments/{id}/access-log")
    ResponseEntity<?> accessLog(
            @PathVariable String id, @Parameter(hidden = true) @ListName(LOG) PageRequest page, Caller caller) {
        return handle.read(id, caller, time.instant())
                .<ResponseEntity<?>>map(_ -> ResponseEntity.ok(log.page(Records.ASSESSMENT, id, LOG, page)))
                .orElseGet(() -> Problem.notFound().response());
    }
}
