package uk.kinbridge.platform.web.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers a problem for everything that a controller, or the framework on the way to it, can throw. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private final Failures failures;

    ProblemAdvice(Failures failures) {
        this.failures = failures;
    }

    /** Left to the security chain, which knows the right headers. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    @Nullable
    ResponseEntity<Object> leaveToSecurity(RuntimeException refused, WebRequest request) {
        if (refused instanceof AuthenticationServiceException) {
            return anything(refused, request);
        }
        throw refused;
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Object> anything(Exception thrown, WebRequest request) {
        return answer(thrown, failures.explain(thrown), new HttpHeaders(), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception thrown, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Problem problem = status.is4xxClientError()
                ? RequestFaults.in(thrown).orElseGet(() -> RequestFaults.ofStatus(status))
                : failures.explain(thrown);
        return answer(thrown, problem, headers, request);
    }

    private @Nullable ResponseEntity<Object> answer(
            Exception thrown, Problem problem, HttpHeaders headers, WebRequest request) {
        HttpHeaders all = new HttpHeaders(headers);
        problem.headers().forEach(all::set);
        return super.handleExceptionInternal(
                thrown, problem.body(), all, problem.type().status(), request);
    }
}
