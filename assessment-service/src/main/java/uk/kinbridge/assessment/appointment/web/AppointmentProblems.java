package uk.kinbridge.assessment.appointment.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import uk.kinbridge.assessment.appointment.Course;
import uk.kinbridge.assessment.appointment.Ruling;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.ProblemCatalogue;
import uk.kinbridge.platform.web.problem.ProblemType;

/** What is refused about appointments, in words, with the obligation. */
@Component
class AppointmentProblems implements ProblemCatalogue {

    static final ProblemType NOT_NOW = new ProblemType(
            "appointment-not-now",
            HttpStatus.CONFLICT,
            "That cannot be done with this appointment now",
            "'detail' says why. Nothing was saved.");
    static final ProblemType OUTCOME_REFUSED = new ProblemType(
            "appointment-outcome-refused",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "That cannot be what became of the appointment",
            "'detail' says why, and what to record instead. Nothing was saved.");
    static final ProblemType UNKNOWN = new ProblemType(
            "appointment-names-something-unknown",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "A field names something that does not exist",
            "'errors' says which field. It may exist and not be for you to know of. Nothing was saved.");

    @Override
    public List<ProblemType> types() {
        return List.of(NOT_NOW, OUTCOME_REFUSED, UNKNOWN);
    }

    static ResponseEntity<?> unknown(Map<String, String> byField) {
        return Problem.of(UNKNOWN, "Nothing was saved. 'errors' says which fields to correct.")
                .errors(byField.entrySet().stream()
                        .map(e -> new Problem.FieldError(e.getKey(), e.getValue()))
                        .toList())
                .response();
    }

    static ResponseEntity<?> against(Ruling.Why why, Course course) {
        return switch (why) {
            case ENDED -> notNow("These appointments have ended. Begin new ones.");
            case NO_SUCH_APPOINTMENT -> Problem.notFound().response();
            case NOT_YET ->
                Problem.of(
                                OUTCOME_REFUSED,
                                "The appointment has not come yet; only a refusal or a cancellation can be known.")
                        .response();
            case HAS_AN_OUTCOME ->
                notNow("It has an outcome. Correct that one, with the reason: the record keeps both.");
            case NOTHING_TO_CORRECT -> notNow("There is no other outcome that could be corrected.");
            case A_CHILD_IS_BROUGHT ->
                Problem.of(
                                OUTCOME_REFUSED,
                                "A child does not fail to attend: record WAS_NOT_BROUGHT, and ask why it was not brought.")
                        .obligation("FAP-12")
                        .response();
            case CANCELLED_BY_WHOM ->
                Problem.of(OUTCOME_REFUSED, "A cancellation says by whom, and nothing else does: 'cancelledBy'.")
                        .response();
            case NOTHING_OWED ->
                notNow("Nothing of that kind is owed. What is: "
                        + course.owed().stream().map(d -> d.id()).toList());
            case SOMETHING_OWED ->
                notNow("Somebody has yet to be told, or something to be decided together. What is owed: "
                        + course.owed().stream().map(d -> d.id()).toList());
            case SAME_TIME -> notNow("There is an appointment at that time already.");
            case IN_THE_PAST -> unknown(Map.of("at", "An appointment that is offered lies in the future."));
            case TOO_MANY -> notNow("This record is full. Begin a new one.");
        };
    }

    private static ResponseEntity<?> notNow(String why) {
        return Problem.of(NOT_NOW, why).response();
    }
}
