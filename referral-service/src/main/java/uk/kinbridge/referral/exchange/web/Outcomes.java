package uk.kinbridge.referral.exchange.web;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.referral.exchange.Reception;
import uk.kinbridge.referral.exchange.Reception.Ground;

/** Refusals as the standard's OperationOutcome; one that a protocol is the reason of cites the obligation. */
final class Outcomes {

    private static final Issue NOT_FOUND =
            Issue.of(Issue.Code.NOT_FOUND, IssueType.NOTFOUND, "There is nothing of that id for you.");

    private Outcomes() {}

    static OperationOutcome of(List<Issue> issues) {
        var outcome = new OperationOutcome();
        outcome.getMeta().addProfile(Terms.UK_CORE + "OperationOutcome");
        for (var issue : issues) {
            var written = outcome.addIssue()
                    .setSeverity(issue.severity())
                    .setCode(issue.type())
                    .setDiagnostics(issue.words());
            if (issue.severity() == IssueSeverity.ERROR) {
                written.getDetails()
                        .addCoding()
                        .setSystem(Terms.ERROR_CODES)
                        .setCode(issue.code().word());
            }
            issue.obligations()
                    .forEach(id -> written.getDetails()
                            .addCoding()
                            .setSystem(Terms.OBLIGATIONS)
                            .setCode(id));
            if (issue.where() != null) {
                written.addExpression(issue.where());
            }
        }
        return outcome;
    }

    /** What the sender should know although the message was taken. */
    static List<Issue> remarks(List<Ground> grounds) {
        return grounds.stream()
                .map(ground -> Issue.remark(ground.words(), ground.about(), ground.obligations()))
                .toList();
    }

    static List<Issue> of(Reception.Refused refused) {
        var stopped = issues(refused.grounds(), Issue.Code.UNPROCESSABLE_ENTITY, IssueType.BUSINESSRULE);
        return Stream.concat(stopped.stream(), remarks(refused.remarks()).stream())
                .toList();
    }

    static List<Issue> of(Reception.Unknown unknown) {
        return issues(unknown.grounds(), Issue.Code.BAD_REQUEST, IssueType.VALUE);
    }

    static List<Issue> of(Reception.NotNow notNow) {
        return issues(notNow.grounds(), Issue.Code.CONFLICT, IssueType.CONFLICT);
    }

    static List<Issue> of(AccessDecision.Refused refused) {
        return switch (refused) {
            case AccessDecision.Denied(String why, String obligation) ->
                List.of(new Issue(
                        Issue.Code.FORBIDDEN,
                        IssueType.FORBIDDEN,
                        why,
                        null,
                        obligation == null ? List.of() : List.of(obligation)));
            case AccessDecision.Concealed() -> notFound();
        };
    }

    static List<Issue> notFound() {
        return List.of(NOT_FOUND);
    }

    static List<Issue> stale() {
        return List.of(Issue.of(
                Issue.Code.CONFLICT,
                IssueType.CONFLICT,
                "Somebody has changed the referral since you read it. Nothing was saved; read it again."));
    }

    static List<Issue> duplicate(String referralId) {
        return List.of(Issue.of(
                Issue.Code.CONFLICT,
                IssueType.DUPLICATE,
                "This message has had its effect before, on ServiceRequest/" + referralId + ". Do not send it again."));
    }

    private static List<Issue> issues(List<Ground> grounds, Issue.Code code, IssueType type) {
        return grounds.stream()
                .map(ground -> new Issue(code, type, ground.words(), ground.about(), ground.obligations()))
                .toList();
    }
}
