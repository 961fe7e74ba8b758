package uk.kinbridge.referral.treatment.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.ProblemCatalogue;
import uk.kinbridge.platform.web.problem.ProblemType;

/** Documents and answers the problems of treatments. */
@Component
class TreatmentProblems implements ProblemCatalogue {

    static final ProblemType UNKNOWN_IN_TREATMENT = new ProblemType(
            "unknown-in-treatment",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "A field of the treatment names something that does not exist",
            "'errors' says which field: the protocol, the member of the family, or a day that has not come yet.");

    static final ProblemType NOBODY_LEFT_TO_TELL = new ProblemType(
            "nobody-left-to-tell",
            HttpStatus.CONFLICT,
            "There is nobody left to be told",
            "Read the treatment again: whoever had to be told has been told, or need not be.");

    @Override
    public List<ProblemType> types() {
        return List.of(UNKNOWN_IN_TREATMENT, NOBODY_LEFT_TO_TELL);
    }

    static ResponseEntity<?> unknown(Map<String, String> byField) {
        return Problem.of(UNKNOWN_IN_TREATMENT, "Nothing was recorded. 'errors' says which fields to correct.")
                .errors(byField.entrySet().stream()
                        .map(e -> new Problem.FieldError(e.getKey(), e.getValue()))
                        .toList())
                .response();
    }

    static ResponseEntity<?> notNow(String why) {
        return Problem.of(NOBODY_LEFT_TO_TELL, why).response();
    }
}
