package uk.kinbridge.platform.security.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.ProblemType;
import uk.kinbridge.platform.web.problem.ProblemWriter;

/** What the security chain answers: problems, with the {@code WWW-Authenticate} header that RFC 6750 asks for. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Problem NOT_SIGNED_IN = Problem.of(
            ProblemType.NOT_SIGNED_IN, "Send a valid bearer token of this realm that is meant for this service.");
    private static final Problem NO_AGENCY = Problem.of(
            ProblemType.NO_AGENCY,
            "Your account belongs to no agency, or to more than one. Ask your agency's administrator to correct its"
                    + " group membership, then sign in again.");
    private static final Problem NOT_PERMITTED =
            Problem.of(ProblemType.NOT_PERMITTED, "Your roles do not include one that this address needs.");

    private final BearerTokenAuthenticationEntryPoint unauthorised = new BearerTokenAuthenticationEntryPoint();
    private final BearerTokenAccessDeniedHandler forbidden = new BearerTokenAccessDeniedHandler();
    private final ProblemWriter writer;

    Refusals(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        unauthorised.commence(request, response, why);
        writer.write(NOT_SIGNED_IN, request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        forbidden.handle(request, response, why);
        boolean nowhere = SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication token
                && token.caller().isEmpty();
        writer.write(nowhere ? NO_AGENCY : NOT_PERMITTED, request, response);
    }
}
