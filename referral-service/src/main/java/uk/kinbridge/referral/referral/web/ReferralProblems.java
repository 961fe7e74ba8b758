package uk.kinbridge.referral.referral.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.ProblemType;
import uk.kinbridge.protocols.heldopen.web.HeldOpen;
import uk.kinbridge.protocols.pack.Missing;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.referral.information.KeptDecision;
import uk.kinbridge.referral.referral.HandleReferral;
import uk.kinbridge.referral.referral.OnlyWays;
import uk.kinbridge.referral.referral.SubmitReferral;

/** What the protocol refuses, as problems that cite the obligation. */
final class ReferralProblems {

    static final ProblemType INCOMPLETE = new ProblemType(
            "referral-incomplete",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "Something that must go with this referral is missing",
            "The pathway asks for documents or written answers that are not there. 'missing' names each, in words, with"
                    + " the obligations of the local protocol that ask for it.");
    static final ProblemType WRONG_WAY = new ProblemType(
            "wrong-way",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The pathway does not lead from this agency to that one",
            "Each pathway of a protocol has agencies that refer and agencies that receive.");
    static final ProblemType UNKNOWN_REFERENCE = new ProblemType(
            "unknown-reference",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "A field names something that does not exist",
            "'errors' says which field. It may exist and not be for you to know of.");
    static final ProblemType CONSENT_FIRST = new ProblemType(
            "consent-first",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "Somebody has to be asked before this referral goes",
            "'askFirst' names the members of the family who have to be asked, or decided for. Send the referral again"
                    + " with 'sharing': the level of concern, and 'consents' with what each answered or why they were"
                    + " not asked, or 'discussion' with the talk with the family or the reason against it.");
    static final ProblemType LEVEL_FIRST = new ProblemType(
            "level-of-concern-first",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "Say how serious it is before a refusal counts",
            "This pathway serves significant harm and lesser concerns, somebody refused, and nothing says which it is. A"
                    + " refusal never stops a referral that protects a child. 'errors' names what to state, in"
                    + " 'situation' or as 'sharing.childConcern'; then send it again. Nothing was decided.");
    static final ProblemType NOT_SHARED = new ProblemType(
            "not-shared",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "This may not be shared",
            "Consent was refused, or a decision in somebody's best interests is against it, and nothing overrides that"
                    + " at this level of concern. The decision is kept. Where a child may come to significant harm,"
                    + " state that: then a refusal does not count.");
    static final ProblemType NOT_NOW = new ProblemType(
            "not-where-the-referral-stands",
            HttpStatus.CONFLICT,
            "That cannot happen where the referral stands",
            "The pathway of the local protocol says what can happen from where. The links of the referral say what the"
                    + " caller may do now.");
    static final ProblemType TOO_LOW = new ProblemType(
            "only-a-more-serious-route",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "What is so in this case leaves only a more serious route",
            "The local protocol lets some situations go one way only, and at once. 'routes' names the ways that your"
                    + " agency may take; once that is done this referral can go beside it. Where it may take none, 'call'"
                    + " names whom to call.");
    static final ProblemType FULL = new ProblemType(
            "programme-full",
            HttpStatus.CONFLICT,
            "Every place of the programme is taken",
            "A full programme gives a place on the waiting list, and no refusal.");

    static final List<ProblemType> ALL = List.of(
            INCOMPLETE,
            WRONG_WAY,
            CONSENT_FIRST,
            LEVEL_FIRST,
            NOT_SHARED,
            UNKNOWN_REFERENCE,
            NOT_NOW,
            TOO_LOW,
            FULL,
            HeldOpen.TYPE,
            DraftAnswers.UNFINISHED,
            DraftAnswers.NOT_OPEN);

    private ReferralProblems() {}

    record MissingView(String item, String kind, String words, List<String> obligations) {
        static MissingView of(Missing m) {
            return new MissingView(
                    m.item().value(),
                    m.kind().word(),
                    m.words(),
                    m.obligations().stream().map(ObligationId::value).toList());
        }
    }

    /** What a submission that was not taken is answered with. */
    static ResponseEntity<?> of(SubmitReferral.Outcome refused) {
        return switch (refused) {
            case SubmitReferral.Outcome.Incomplete(List<Missing> missing) -> incomplete(missing);
            case SubmitReferral.Outcome.WrongWay wrongWay -> wrongWay(wrongWay);
            case SubmitReferral.Outcome.TooLow(OnlyWays only) -> tooLow(only);
            case SubmitReferral.Outcome.Unknown(Map<String, String> byField) -> unknown(byField);
            case SubmitReferral.Outcome.LevelFirst(List<String> obligations) -> levelFirst(obligations);
            case SubmitReferral.Outcome.NotShared(KeptDecision decision) -> notShared(decision);
            case SubmitReferral.Outcome.Submitted _ -> throw new IllegalArgumentException("it was taken");
        };
    }

    static List<Problem.FieldError> fieldErrors(Map<String, String> byField) {
        return byField.entrySet().stream()
                .map(e -> new Problem.FieldError(e.getKey(), e.getValue()))
                .toList();
    }

    static ResponseEntity<?> incomplete(List<Missing> lacks) {
        var missing = lacks.stream().map(MissingView::of).toList();
        return Problem.of(
                        INCOMPLETE,
                        "Nothing was sent. Missing: "
                                + String.join(
                                        "; ",
                                        missing.stream().map(MissingView::words).toList()) + ".")
                .with("missing", missing)
                .obligation(missing.getFirst().obligations().getFirst())
                .response();
    }

    static ResponseEntity<?> wrongWay(SubmitReferral.Outcome.WrongWay wrongWay) {
        return Problem.of(WRONG_WAY, wrongWay.why())
                .obligation(wrongWay.obligations().getFirst())
                .response();
    }

    private static ResponseEntity<?> levelFirst(List<String> obligations) {
        return Problem.of(LEVEL_FIRST, "Nothing was sent. " + SubmitReferral.LEVEL_FIRST)
                .errors(List.of(
                        new Problem.FieldError("situation", "One of the facts that say how serious it is."),
                        new Problem.FieldError("sharing.childConcern", "SIGNIFICANT_HARM or LOWER.")))
                .with("obligations", obligations)
                .obligation(obligations.getFirst())
                .response();
    }

    static ResponseEntity<?> notShared(KeptDecision decision) {
        boolean ask = !decision.askFirst().isEmpty();
        return Problem.of(ask ? CONSENT_FIRST : NOT_SHARED, "Nothing was sent. " + String.join(" ", decision.words()))
                .with("askFirst", decision.askFirst())
                .with("record", decision.record())
                .with("obligations", decision.obligations())
                .obligation(decision.obligations().getFirst())
                .response();
    }

    static ResponseEntity<?> unknown(Map<String, String> byField) {
        return Problem.of(UNKNOWN_REFERENCE, "Nothing was sent. 'errors' says which fields to correct.")
                .errors(fieldErrors(byField))
                .response();
    }

    static ResponseEntity<?> notNow(HandleReferral.Outcome.NotNow notNow) {
        return Problem.of(NOT_NOW, notNow.why())
                .obligation(notNow.obligations().getFirst())
                .response();
    }

    static ResponseEntity<?> tooLow(OnlyWays only) {
        return Problem.of(TOO_LOW, "Nothing was sent. " + only.words())
                .with("routes", only.ways().stream().map(RouteView::of).toList())
                .with("call", only.call())
                .with("obligations", only.obligations())
                .obligation(only.obligations().getFirst())
                .response();
    }

    static ResponseEntity<?> full(HandleReferral.Outcome.Full full) {
        return Problem.of(FULL, "All " + full.places() + " places are taken; put the family on the waiting list.")
                .obligation(full.obligations().getFirst())
                .response();
    }
}
