package uk.kinbridge.referral.exchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import uk.kinbridge.platform.web.problem.Failures;

/** A fault or an outage told in the words of the standard; with the telephone number, as everywhere. */
@RestControllerAdvice(assignableTypes = ExchangeController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ExchangeFailures {

    private final Failures failures;
    private final ExchangeAnswers answers;

    ExchangeFailures(Failures failures, ExchangeAnswers answers) {
        this.failures = failures;
        this.answers = answers;
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<byte[]> anything(Exception thrown, HttpServletRequest http) throws Exception {
        if (thrown instanceof AccessDeniedException || thrown instanceof AuthenticationException) {
            throw thrown;
        }
        var problem = failures.explain(thrown);
        int status = problem.type().status().value();
        var issue = switch (status) {
            case 503 -> Issue.of(Issue.Code.SERVICE_UNAVAILABLE, IssueType.TRANSIENT, problem.detail());
            case 500 ->
                Issue.of(
                        Issue.Code.SERVER_ERROR,
                        IssueType.EXCEPTION,
                        problem.detail() + " Correlation: " + problem.members().get("correlation"));
            default -> Issue.of(Issue.Code.BAD_REQUEST, IssueType.INVALID, problem.detail());
        };
        var answer = answers.refused(List.of(issue), Courier.ofLook(http));
        var retry = problem.headers().get(HttpHeaders.RETRY_AFTER);
        return retry == null
                ? answer
                : ResponseEntity.status(answer.getStatusCode())
                        .headers(answer.getHeaders())
                        .header(HttpHeaders.RETRY_AFTER, retry)
                        .body(answer.getBody());
    }
}
