package uk.kinbridge.referral.concern.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.ProblemCatalogue;
import uk.kinbridge.platform.web.problem.ProblemType;

/** Documents and answers the problems of concerns. */
@Component
class ConcernProblems implements ProblemCatalogue {

    static final ProblemType UNKNOWN_IN_CONCERN = new ProblemType(
            "unknown-in-concern",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "A field of the concern names something that does not exist",
            "'errors' says which field: the protocol, or a factor that is none of the words of the protocols.");

    @Override
    public List<ProblemType> types() {
        return List.of(UNKNOWN_IN_CONCERN);
    }

    static ResponseEntity<?> unknown(Map<String, String> byField) {
        return Problem.of(UNKNOWN_IN_CONCERN, "Nothing was recorded. 'errors' says which fields to correct.")
                .errors(byField.entrySet().stream()
                        .map(e -> new Problem.FieldError(e.getKey(), e.getValue()))
                        .toList())
                .response();
    }
}
