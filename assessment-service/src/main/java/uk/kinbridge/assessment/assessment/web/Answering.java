package uk.kinbridge.assessment.assessment.web;

import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import uk.kinbridge.assessment.assessment.Assessments.Held;
import uk.kinbridge.assessment.assessment.HandleAssessment;
import uk.kinbridge.assessment.assessment.HandleAssessment.Outcome;
import uk.kinbridge.assessment.assessment.Ruling;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.EntityTag;
import uk.kinbridge.platform.web.etag.IfMatch;
import uk.kinbridge.platform.web.problem.Problem;

/** The answers to what people do with an assessment. */
@Component
class Answering {

    private final HandleAssessment handle;

    Answering(HandleAssessment handle) {
        this.handle = handle;
    }

    /** The assessment as the caller may see it after the act, or why it was not done. */
    ResponseEntity<?> of(Outcome outcome, Caller caller, Instant now) {
        return outcome instanceof Outcome.Done(Held held, var _)
                ? shown(held.assessment().id(), caller, now)
                : refused(outcome);
    }

    ResponseEntity<?> shown(String id, Caller caller, Instant now) {
        return handle.read(id, caller, now)
                .<ResponseEntity<?>>map(reading -> ResponseEntity.ok()
                        .eTag(EntityTag.of(reading.held().version()))
                        .body(AssessmentView.of(reading, caller, now)))
                .orElseGet(() -> Problem.notFound().response());
    }

    ResponseEntity<?> refused(Outcome outcome) {
        return switch (outcome) {
            case Outcome.NotPermitted(AccessDecision.Refused refused) ->
                Problem.of(refused).response();
            case Outcome.Stale() -> IfMatch.stale().response();
            case Outcome.Refused(Ruling ruling) -> AssessmentProblems.of(ruling);
            case Outcome.Done _ -> throw new IllegalStateException("not refused");
        };
    }
}
