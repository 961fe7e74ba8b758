package uk.kinbridge.gateway.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.kinbridge.gateway.problem.Problem;
import uk.kinbridge.gateway.problem.ProblemAnswers;
import uk.kinbridge.gateway.problem.ProblemKind;

/**
 * Gives every signed-in person and program an equal share, whether they come with a token or a session, and everybody
 * else a share for each address. Sits behind the authentication.
 */
public final class CallerLimitFilter extends OncePerRequestFilter {

    private final Allowance allowance;
    private final ProblemAnswers answers;

    public CallerLimitFilter(Allowance allowance, ProblemAnswers answers) {
        this.allowance = allowance;
        this.answers = answers;
    }

    public static Allowance allowance(Limits limits) {
        return new Allowance(limits.requests(), limits.period());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !allowance.isLimited()
                || request.getRequestURI().startsWith("/actuator/")
                || request.getRequestURI().startsWith("/webjars/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Allowance.Standing standing = allowance.take(caller(request));
        response.setHeader("RateLimit-Policy", allowance.policy());
        response.setHeader("RateLimit", standing.header());
        if (standing.allowed()) {
            chain.doFilter(request, response);
        } else {
            answers.send(
                    request,
                    response,
                    Problem.of(ProblemKind.TOO_MANY_REQUESTS, "You have used up your share. Nothing was done.")
                            .retryAfter(standing.until()));
        }
    }

    private static String caller(HttpServletRequest request) {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(authentication -> !(authentication instanceof AnonymousAuthenticationToken))
                .map(authentication -> switch (authentication.getPrincipal()) {
                    case Jwt token when token.getSubject() != null -> "person:" + token.getSubject();
                    case OidcUser user -> "person:" + user.getSubject();
                    case Principal principal -> "principal:" + principal.getName();
                    case null, default -> "principal:" + authentication.getName();
                })
                .orElseGet(() -> "address:" + request.getRemoteAddr());
    }
}
