package uk.kinbridge.gateway.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import uk.kinbridge.gateway.limits.RefusedLimitFilter;
import uk.kinbridge.gateway.problem.Problem;
import uk.kinbridge.gateway.problem.ProblemAnswers;
import uk.kinbridge.gateway.problem.ProblemKind;

/** Says no to programs: always as a problem, never as a redirect or a page. */
@Component
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final AuthenticationTrustResolver TRUST = new AuthenticationTrustResolverImpl();

    private final ProblemAnswers answers;

    Refusals(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        answers.send(
                request, response, RefusedLimitFilter.insteadOfRefusal(request).orElseGet(() -> explain(refused)));
    }

    private static Problem explain(AuthenticationException refused) {
        if (refused instanceof AuthenticationServiceException) {
            return Problem.of(
                            ProblemKind.UNAVAILABLE,
                            "The sign-in server does not answer, so nothing was done or saved.")
                    .retryAfter(Duration.ofSeconds(5));
        }
        return refused instanceof OAuth2AuthenticationException token
                ? Problem.of(ProblemKind.NOT_SIGNED_IN, "The bearer token is not valid, or no longer.")
                        .with(
                                HttpHeaders.WWW_AUTHENTICATE,
                                "Bearer error=\"" + token.getError().getErrorCode() + "\"")
                : Problem.of(ProblemKind.NOT_SIGNED_IN, "Sign in, or send a bearer token.")
                        .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        answers.send(request, response, explain(request, refused));
    }

    private static Problem explain(HttpServletRequest request, AccessDeniedException refused) {
        if (!TRUST.isAuthenticated(SecurityContextHolder.getContext().getAuthentication())) {
            // without a session there is nothing to forge; the missing sign-in is what the caller must hear of
            return RefusedLimitFilter.insteadOfRefusal(request)
                    .orElseGet(() -> Problem.of(ProblemKind.NOT_SIGNED_IN, "Sign in, or send a bearer token.")
                            .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
        }
        ProblemKind kind =
                refused instanceof CsrfException ? ProblemKind.CSRF_TOKEN_MISSING : ProblemKind.NOT_PERMITTED;
        return Problem.of(kind, kind.description());
    }
}
