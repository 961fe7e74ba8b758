package uk.kinbridge.gateway.problem;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientResponseException;

/** Turns what was thrown into what the caller must know: above all whether anything was done. */
final class Failures {

    private static final Log LOG = LogFactory.getLog(Failures.class);
    private static final Duration SOON = Duration.ofSeconds(5);

    private Failures() {}

    static Problem explain(Throwable thrown, String method) {
        if (cause(thrown, BodyTooLargeException.class).isPresent()) {
            return Problem.of(ProblemKind.TOO_LARGE, "The body is larger than is accepted here. Nothing was saved.");
        }
        Optional<ClientAuthorizationException> signIn = cause(thrown, ClientAuthorizationException.class);
        if (signIn.isPresent()) {
            return signInAgain(signIn.get());
        }
        if (cause(thrown, AuthenticationServiceException.class).isPresent()) {
            return signInUnavailable(thrown);
        }
        if (neverSent(thrown)) {
            LOG.warn("A service cannot be reached: " + reason(thrown));
            return unavailable("The service that does this cannot be reached, so nothing was done or saved.");
        }
        if (cause(thrown, ResourceAccessException.class).isPresent()) {
            LOG.warn("A service did not answer: " + reason(thrown));
            return isSafe(method)
                    ? unavailable("The service did not answer in time. Reading changes nothing, so nothing is lost.")
                    : outcomeUnknown();
        }
        if (cause(thrown, RestClientResponseException.class).isPresent()) {
            LOG.warn("A service answered with an error: " + reason(thrown));
            return unavailable("The service could not answer this. Nothing was done or saved.");
        }
        return thrown instanceof ErrorResponse response ? byStatus(response) : unexpected(thrown);
    }

    private static boolean neverSent(Throwable thrown) {
        return Stream.of(
                        CallNotPermittedException.class,
                        ConnectException.class,
                        HttpConnectTimeoutException.class,
                        UnknownHostException.class,
                        UnresolvedAddressException.class)
                .anyMatch(reason -> cause(thrown, reason).isPresent());
    }

    private static Problem unavailable(String detail) {
        return Problem.of(ProblemKind.UNAVAILABLE, detail).retryAfter(SOON);
    }

    private static Problem outcomeUnknown() {
        return Problem.of(
                        ProblemKind.OUTCOME_UNKNOWN,
                        "The request was sent, but no answer came back in time: it may or may not have been done."
                                + " Look before you repeat it, and repeat it with the same Idempotency-Key.")
                .retryAfter(SOON);
    }

    private static Problem signInAgain(ClientAuthorizationException refused) {
        return cause(refused, ResourceAccessException.class).isPresent()
                ? signInUnavailable(refused)
                : Problem.of(ProblemKind.NOT_SIGNED_IN, "Your session has ended. Sign in again; nothing was done.");
    }

    private static Problem signInUnavailable(Throwable thrown) {
        LOG.warn("The sign-in server does not answer: " + reason(thrown));
        return unavailable("The sign-in server does not answer, so nothing was done or saved.");
    }

    private static Problem byStatus(ErrorResponse response) {
        Problem problem = ofStatus(response.getStatusCode().value());
        for (String header : new String[] {HttpHeaders.ALLOW, HttpHeaders.ACCEPT}) {
            String value = response.getHeaders().getFirst(header);
            problem = value == null ? problem : problem.with(header, value);
        }
        return problem;
    }

    static Problem ofStatus(int status) {
        ProblemKind kind = ProblemKind.ofStatus(status)
                .orElse(
                        HttpStatus.valueOf(status).is4xxClientError()
                                ? ProblemKind.MALFORMED_REQUEST
                                : ProblemKind.UNEXPECTED);
        return Problem.of(kind, kind.description());
    }

    private static Problem unexpected(Throwable thrown) {
        LOG.error("Answering 500", thrown);
        return Problem.of(
                ProblemKind.UNEXPECTED, "A fault of the gateway. Quote the correlation when you report the fault.");
    }

    private static boolean isSafe(String method) {
        return HttpMethod.GET.matches(method) || HttpMethod.HEAD.matches(method) || HttpMethod.OPTIONS.matches(method);
    }

    /** The chain of what happened, without the address: that may hold the number of a record. */
    private static String reason(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .map(at -> at.getClass().getSimpleName())
                .collect(Collectors.joining(" < "));
    }

    static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
        for (@Nullable Throwable at = thrown; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return Optional.of(type.cast(at));
            }
        }
        return Optional.empty();
    }
}
