package uk.kinbridge.assessment.form.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.assessment.assessment.HandleAssessment;
import uk.kinbridge.assessment.assessment.HandleAssessment.Reading;
import uk.kinbridge.assessment.assessment.Part;
import uk.kinbridge.assessment.assessment.Shown;
import uk.kinbridge.assessment.kept.Records;
import uk.kinbridge.platform.access.AccessLog;
import uk.kinbridge.platform.access.Look;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.protocols.assessing.Answers;
import uk.kinbridge.protocols.assessing.HardRules;

/** What was answered, for another system: no more than the caller may see on the screen. */
@Tag(name = "Forms")
@RestController
class ResponseController {

    private final HandleAssessment handle;
    private final AccessLog log;
    private final InstantSource time;

    ResponseController(HandleAssessment handle, AccessLog log, InstantSource time) {
        this.handle = handle;
        this.log = log;
        this.time = time;
    }

    @Operation(
            summary = "The answers of an assessment as a FHIR R4 QuestionnaireResponse",
            description =
                    "To the Questionnaire of the form that it pins. It holds what the caller may see of it; a test"
                            + " result goes out only with the recovery coordinator's account and its limits (SAL-18). What is not"
                            + " what its question asks for is no answer, and goes along as it was typed.")
    @GetMapping(path = "/api/assessments/{id}/questionnaire-response", produces = Fhir.JSON)
    ResponseEntity<?> response(@PathVariable String id, Caller caller) {
        var now = time.instant();
        var found = handle.read(id, caller, now);
        found.ifPresent(_ -> log.add(Look.of(Records.ASSESSMENT, id, caller, "exported", now)));
        return found.<ResponseEntity<?>>map(reading -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(Fhir.JSON))
                        .body(Fhir.json(Answered.response(
                                reading.rules().form(),
                                seen(reading, caller),
                                !reading.held().assessment().isOpen()))))
                .orElseGet(() -> Problem.notFound().response());
    }

    private static Answers seen(Reading reading, Caller caller) {
        var assessment = reading.held().assessment();
        var rules = reading.rules();
        var shown = Shown.of(assessment, assessment.parts(), caller, reading.sharing(), rules);
        var answers = shown.parts().stream().map(Part::answers).reduce(Answers.NONE, Answers::and);
        return HardRules.fitToKeep(
                rules.pack(), rules.form(), answers, assessment.family().situation());
    }
}
