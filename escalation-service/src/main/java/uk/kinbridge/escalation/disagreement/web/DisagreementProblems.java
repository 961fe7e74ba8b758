package uk.kinbridge.escalation.disagreement.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import uk.kinbridge.escalation.disagreement.Disagreement;
import uk.kinbridge.escalation.disagreement.Rules;
import uk.kinbridge.escalation.disagreement.Ruling.Why;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.ProblemCatalogue;
import uk.kinbridge.platform.web.problem.ProblemType;

/** What the ladder refuses, as problems that cite the obligation. */
@Component
class DisagreementProblems implements ProblemCatalogue {

    private static final ProblemType UNKNOWN_REFERENCE = new ProblemType(
            "unknown-reference",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "A field names something that does not exist",
            "'errors' says which field. It may exist and not be for you to know of.");
    private static final ProblemType RESOLVED = new ProblemType(
            "disagreement-resolved",
            HttpStatus.CONFLICT,
            "This disagreement has been resolved",
            "Its record stays as it is. What is new is a new disagreement, which may name this one.");
    private static final ProblemType ADVISE_FIRST = new ProblemType(
            "advise-first",
            HttpStatus.CONFLICT,
            "The other agency must know beforehand",
            "Before this level the other agency is advised of the intention. Send it (link 'advise'), then go up.");
    private static final ProblemType LAST_RUNG = new ProblemType(
            "last-rung",
            HttpStatus.CONFLICT,
            "There is no level above",
            "The last level begins anew until the disagreement is resolved. Where the ladder offers a formal review, ask"
                    + " for it.");
    private static final ProblemType NOTHING_PROPOSED = new ProblemType(
            "nothing-proposed",
            HttpStatus.CONFLICT,
            "No resolution is proposed",
            "Say first what was agreed and who does what by when (link 'propose').");
    private static final ProblemType CHILD_NOT_SAFER = new ProblemType(
            "child-not-safer",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The child is not safer",
            "A disagreement is not resolved while the child is not safer. Decline the proposal, and go up.");
    private static final ProblemType UNDERTAKING = new ProblemType(
            "undertaking-impossible",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "An undertaking cannot be kept",
            "Each undertaking names one of the two agencies and a time that is still to come.");
    private static final ProblemType NOT_OFFERED = new ProblemType(
            "not-offered",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "This ladder does not offer that",
            "The protocol of the area says whether guidance or a formal review can be asked for; see 'offers'.");
    private static final ProblemType NOTHING_TO_ANSWER = new ProblemType(
            "nothing-to-answer",
            HttpStatus.CONFLICT,
            "There is no such open question",
            "It has its answer, or it was never asked.");

    private static final ProblemType NOTHING_UNDERTAKEN = new ProblemType(
            "nothing-undertaken",
            HttpStatus.CONFLICT,
            "There is no such open undertaking",
            "It has been done, or was never agreed.");
    private static final ProblemType RAISER_IS_THERE = new ProblemType(
            "raiser-is-there",
            HttpStatus.CONFLICT,
            "The one who raised it speaks for themselves",
            "They are in post and not away, so only they hand over their voice. Nobody closes a disagreement quietly.");
    private static final ProblemType NOT_IN_POST = new ProblemType(
            "not-in-post",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "Nobody there can take it over",
            "The voice goes to somebody who works with families in the agency that raised it, and is not away now.");
    private static final ProblemType DIRECTORY_SILENT = new ProblemType(
            "directory-silent",
            HttpStatus.SERVICE_UNAVAILABLE,
            "The directory does not answer",
            "Who is in post cannot be seen now. The level and its clock go on; try again in a minute.");

    @Override
    public List<ProblemType> types() {
        return List.of(
                UNKNOWN_REFERENCE,
                RESOLVED,
                ADVISE_FIRST,
                LAST_RUNG,
                NOTHING_PROPOSED,
                CHILD_NOT_SAFER,
                UNDERTAKING,
                NOT_OFFERED,
                NOTHING_TO_ANSWER,
                NOTHING_UNDERTAKEN,
                RAISER_IS_THERE,
                NOT_IN_POST,
                DIRECTORY_SILENT);
    }

    static ResponseEntity<?> unknown(Map<String, String> byField) {
        return Problem.of(UNKNOWN_REFERENCE, "Nothing was raised. 'errors' says which fields to correct.")
                .errors(byField.entrySet().stream()
                        .map(e -> new Problem.FieldError(e.getKey(), e.getValue()))
                        .toList())
                .response();
    }

    static ResponseEntity<?> against(Why why, Disagreement d, Rules rules) {
        var type = switch (why) {
            case RESOLVED_ALREADY -> RESOLVED;
            case ADVISE_FIRST -> ADVISE_FIRST;
            case ON_THE_LAST_RUNG -> LAST_RUNG;
            case NOTHING_PROPOSED -> NOTHING_PROPOSED;
            case CHILD_NOT_SAFER -> CHILD_NOT_SAFER;
            case UNDERTAKING_IMPOSSIBLE -> UNDERTAKING;
            case NOT_OFFERED -> NOT_OFFERED;
            case NOTHING_TO_ANSWER -> NOTHING_TO_ANSWER;
            case NOTHING_UNDERTAKEN -> NOTHING_UNDERTAKEN;
            case RAISER_IS_THERE -> RAISER_IS_THERE;
            case NOT_IN_POST -> NOT_IN_POST;
            case DIRECTORY_SILENT -> DIRECTORY_SILENT;
        };
        var level = why == Why.ADVISE_FIRST
                ? rules.rung(d.stage().level() + 1)
                : rules.rung(d.stage().level());
        return Problem.of(type, "Nothing was changed. " + type.description())
                .obligation(level.obligations().getFirst().value())
                .response();
    }
}
