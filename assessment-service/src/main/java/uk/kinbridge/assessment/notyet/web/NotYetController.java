package uk.kinbridge.assessment.notyet.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.ProblemType;

/** Says plainly that this service does not keep appointments yet, instead of answering an empty list. */
@Tag(name = "Assessments")
@RestController
class NotYetController {

    static final ProblemType NOT_YET = new ProblemType(
            "not-yet-available",
            HttpStatus.NOT_IMPLEMENTED,
            "This part of Kinbridge is not there yet",
            "The service runs, but does not keep appointments yet. Use your agency's own procedure meanwhile.");

    @Operation(
            summary = "Not yet available",
            description = "Answers 501 until this service keeps appointments.")
    @GetMapping("/api/appointments")
    ResponseEntity<?> notYet() {
        return Problem.of(
                        NOT_YET,
                        "Kinbridge does not keep appointments yet. Use your agency's own procedure.")
                .response();
    }
}
