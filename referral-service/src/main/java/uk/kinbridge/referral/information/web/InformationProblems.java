package uk.kinbridge.referral.information.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.web.etag.IfMatch;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.ProblemCatalogue;
import uk.kinbridge.platform.web.problem.ProblemType;
import uk.kinbridge.referral.information.KeepConsent;
import uk.kinbridge.referral.information.KeptDecision;

/** What is refused about consent and sharing, as problems that cite the obligation. */
@Component
class InformationProblems implements ProblemCatalogue {

    static final ProblemType MUST_BE_SHARED = new ProblemType(
            "must-be-shared",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "This cannot be held back",
            "A child may come to significant harm, somebody is in danger, or the law requires it. 'decision' says why;"
                    + " 'overruled' what was said against sharing and does not count.");
    static final ProblemType CONSENT_REFUSED_HERE = new ProblemType(
            "consent-entry-refused",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "This cannot be kept in the consent record",
            "'errors' names the field and says why. Nothing was saved.");
    static final ProblemType UNKNOWN_IN_QUESTION = new ProblemType(
            "unknown-in-question",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "A field of the question names something that does not exist",
            "'errors' says which field. It may exist and not be for you to know of.");

    @Override
    public List<ProblemType> types() {
        return List.of(MUST_BE_SHARED, CONSENT_REFUSED_HERE, UNKNOWN_IN_QUESTION);
    }

    static ResponseEntity<?> mustBeShared(KeptDecision decision) {
        return Problem.of(MUST_BE_SHARED, "Nothing was kept. " + String.join(" ", decision.words()))
                .with("overruled", decision.overruled())
                .with("obligations", decision.obligations())
                .obligation(decision.obligations().getFirst())
                .response();
    }

    static ResponseEntity<?> unknown(Map<String, String> byField) {
        return Problem.of(UNKNOWN_IN_QUESTION, "Nothing was decided. 'errors' says which fields to correct.")
                .errors(byField.entrySet().stream()
                        .map(e -> new Problem.FieldError(e.getKey(), e.getValue()))
                        .toList())
                .response();
    }

    static ResponseEntity<?> of(KeepConsent.Outcome.Refused refused) {
        var problem = Problem.of(CONSENT_REFUSED_HERE, refused.why())
                .errors(List.of(new Problem.FieldError(refused.field(), refused.why())));
        var obligation = refused.obligation();
        return (obligation == null ? problem : problem.obligation(obligation)).response();
    }

    static ResponseEntity<?> stale() {
        return IfMatch.stale().response();
    }
}
