package uk.kinbridge.gateway.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.kinbridge.gateway.problem.Problem;
import uk.kinbridge.gateway.problem.ProblemAnswers;
import uk.kinbridge.gateway.problem.ProblemKind;

/**
 * Stops an address that keeps trying tokens. Only refusals count, because a whole agency may sit behind one address.
 * Sits before the authentication, whose refusals the other limit never sees.
 */
public final class RefusedLimitFilter extends OncePerRequestFilter {

    private final Allowance allowance;
    private final ProblemAnswers answers;

    public RefusedLimitFilter(Allowance allowance, ProblemAnswers answers) {
        this.allowance = allowance;
        this.answers = answers;
    }

    public static Allowance allowance(Limits limits) {
        return new Allowance(limits.refused(), limits.period());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !allowance.isLimited();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Allowance.Standing standing = allowance.look(request.getRemoteAddr());
        if (!standing.allowed()) {
            answers.send(
                    request,
                    response,
                    Problem.of(
                                    ProblemKind.TOO_MANY_REQUESTS,
                                    "Too many requests without a valid sign-in came from your address.")
                            .retryAfter(standing.until()));
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            allowance.take(request.getRemoteAddr());
        }
    }
}
