package uk.kinbridge.assessment.assessment.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import uk.kinbridge.assessment.assessment.Ruling;
import uk.kinbridge.assessment.assessment.Ruling.Why;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.Problem.FieldError;
import uk.kinbridge.platform.web.problem.ProblemCatalogue;
import uk.kinbridge.platform.web.problem.ProblemType;
import uk.kinbridge.protocols.assessing.Finding;
import uk.kinbridge.protocols.heldopen.web.HeldOpen;
import uk.kinbridge.protocols.pack.ObligationId;

/** What an assessment refuses, as problems that cite the obligation. */
@Component
class AssessmentProblems implements ProblemCatalogue {

    static final ProblemType UNKNOWN = new ProblemType(
            "unknown-in-assessment",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "A field names something that does not exist",
            "'errors' says which field. It may exist and not be for you to know of.");
    private static final ProblemType INCOMPLETE = new ProblemType(
            "assessment-incomplete",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "Something stands against completing the assessment",
            "'findings' names each question, the person it is about, the reason and the obligation. Everything typed is"
                    + " kept.");
    private static final ProblemType SECTION_CHANGED = new ProblemType(
            "section-changed",
            HttpStatus.PRECONDITION_FAILED,
            "Somebody else has saved this section since you read it",
            "Nothing of theirs was overwritten. Read the section, put your words to theirs, save again.");
    private static final ProblemType NOT_OPEN =
            conflict("assessment-not-open", "The assessment is complete", "Open it again for a review, then go on.");
    private static final ProblemType NOT_COMPLETE =
            conflict("assessment-not-complete", "The assessment is not complete yet", "Complete it first.");
    private static final ProblemType NOT_PREPARED = conflict(
            "joint-planning-missing",
            "A joint assessment is planned together",
            "Record the joint planning, or why it was too urgent and that the recovery coordinator was fully"
                    + " informed.");
    private static final ProblemType NOT_SIGNED = conflict(
            "signature-missing",
            "Not everybody has signed",
            "Each agency that takes part signs what stands there now.");
    private static final ProblemType NOT_DECIDED = conflict(
            "risk-not-decided",
            "Nobody has decided on the risk",
            "The area's model proposes a level and says why; a person decides and gives their reason.");
    private static final ProblemType FAMILY_NOT_KNOWN = conflict(
            "family-not-known-yet",
            "The family's record could not be asked yet",
            "Without it nobody knows which children there are. Everything typed is kept; try again shortly.");
    private static final ProblemType NOT_SETTLED = conflict(
            "assessment-not-settled",
            "Something that the assessment brought with it is not done",
            "'detail' says what. It is settled first, then the assessment is closed.");
    private static final ProblemType NOT_REVIEWED = conflict(
            "review-overdue", "Its review is overdue", "Open it, look at it again and complete it, then close it.");
    private static final ProblemType OUTCOME_NOT_TOLD = conflict(
            "outcome-not-told",
            "Those who wait for its outcome do not know it",
            "Share the outcome of the last version, with the rationale why nothing further is done, then close it.");
    private static final ProblemType OUTCOME_NOT_RECEIVED = conflict(
            "outcome-not-received",
            "Nobody has confirmed the outcome yet",
            "A person who got it acknowledges it; the notice is chased meanwhile.");
    private static final ProblemType NOTHING_NEWER =
            conflict("form-is-newest", "There is no newer form", "It is on the newest version already.");
    private static final ProblemType NO_RATIONALE = new ProblemType(
            "rationale-missing",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "An outcome that ends the work needs its rationale",
            "The referrer learns clearly why it is closed or nothing further is done.");
    private static final ProblemType HALF_AN_OUTCOME = new ProblemType(
            "outcome-incomplete",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The outcome is not whole",
            "It holds the level of use and the assessed risk to parenting.");

    private static ProblemType conflict(String slug, String title, String description) {
        return new ProblemType(slug, HttpStatus.CONFLICT, title, description);
    }

    @Override
    public List<ProblemType> types() {
        return List.of(
                UNKNOWN,
                INCOMPLETE,
                SECTION_CHANGED,
                NOT_OPEN,
                NOT_COMPLETE,
                NOT_PREPARED,
                NOT_SIGNED,
                NOT_DECIDED,
                FAMILY_NOT_KNOWN,
                NOT_SETTLED,
                NOT_REVIEWED,
                OUTCOME_NOT_TOLD,
                OUTCOME_NOT_RECEIVED,
                NOTHING_NEWER,
                NO_RATIONALE,
                HALF_AN_OUTCOME,
                HeldOpen.TYPE);
    }

    /** A finding as a front-end shows it beside its question. */
    record FindingView(
            @Nullable String question,
            @Nullable String about,
            String code,
            String reason,
            boolean kept,
            List<String> obligations) {

        static FindingView of(Finding finding) {
            var question = finding.question();
            return new FindingView(
                    question == null ? null : question.value(),
                    finding.about(),
                    finding.code(),
                    finding.reason(),
                    finding.stands() != Finding.Stands.AGAINST_KEEPING,
                    finding.obligations().stream().map(ObligationId::value).toList());
        }
    }

    static List<FindingView> views(List<Finding> findings) {
        return findings.stream().map(FindingView::of).toList();
    }

    static ResponseEntity<?> unknown(Map<String, String> byField) {
        return Problem.of(UNKNOWN, "Nothing was changed. 'errors' says which fields to correct.")
                .errors(byField.entrySet().stream()
                        .map(e -> new FieldError(e.getKey(), e.getValue()))
                        .toList())
                .response();
    }

    static ResponseEntity<?> of(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Incomplete(List<Finding> findings) -> incomplete(findings);
            case Ruling.Against(Why why, String words, List<String> obligations) -> {
                var problem = Problem.of(type(why), words);
                yield (obligations.isEmpty() ? problem : problem.obligation(obligations.getFirst())).response();
            }
            case Ruling.Unknown(String field, String words) -> unknown(Map.of(field, words));
            case Ruling.SectionChanged(long version, var by) ->
                Problem.of(SECTION_CHANGED, by.name() + " has saved this section since you read it.")
                        .with("sectionVersion", version)
                        .response();
            case Ruling.HeldOpen(var by, var obligations) -> HeldOpen.problem(by, obligations);
            case Ruling.Done _, Ruling.Before _ -> throw new IllegalStateException("no refusal: " + ruling);
        };
    }

    private static ResponseEntity<?> incomplete(List<Finding> findings) {
        var problem = Problem.of(INCOMPLETE, "Nothing was lost. 'findings' says what is missing, and why it matters.")
                .with("findings", views(findings));
        var first = findings.stream()
                .flatMap(finding -> finding.obligations().stream())
                .findFirst();
        return first.map(obligation -> problem.obligation(obligation.value()))
                .orElse(problem)
                .response();
    }

    private static ProblemType type(Why why) {
        return switch (why) {
            case NOT_OPEN -> NOT_OPEN;
            case NOT_COMPLETE -> NOT_COMPLETE;
            case NOT_PREPARED -> NOT_PREPARED;
            case NOT_SIGNED -> NOT_SIGNED;
            case NOT_DECIDED -> NOT_DECIDED;
            case FAMILY_NOT_KNOWN -> FAMILY_NOT_KNOWN;
            case NOT_SETTLED -> NOT_SETTLED;
            case NOT_REVIEWED -> NOT_REVIEWED;
            case OUTCOME_NOT_TOLD -> OUTCOME_NOT_TOLD;
            case OUTCOME_NOT_RECEIVED -> OUTCOME_NOT_RECEIVED;
            case NOTHING_NEWER -> NOTHING_NEWER;
            case NO_RATIONALE -> NO_RATIONALE;
            case NOT_THE_WHOLE_OUTCOME -> HALF_AN_OUTCOME;
            case NOBODY_TO_TELL -> UNKNOWN;
        };
    }
}
