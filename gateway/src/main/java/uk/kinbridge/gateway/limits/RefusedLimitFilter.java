package uk.kinbridge.gateway.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.kinbridge.gateway.problem.Problem;
import uk.kinbridge.gateway.problem.ProblemKind;

/**
 * Stops an address that keeps trying tokens. Only refusals count, and only refusals are stopped: a whole agency may sit
 * behind one address, and whoever has a valid sign-in there passes whatever a neighbour does. Sits before the
 * authentication, whose refusals the other limit never sees.
 */
public final class RefusedLimitFilter extends OncePerRequestFilter {

    private static final String USED_UP = RefusedLimitFilter.class.getName();

    private final Allowance allowance;

    public RefusedLimitFilter(Allowance allowance) {
        this.allowance = allowance;
    }

    /** What whoever is refused hears instead, where their address has been refused too often. */
    public static Optional<Problem> insteadOfRefusal(HttpServletRequest request) {
        return request.getAttribute(USED_UP) instanceof Allowance.Standing standing
                ? Optional.of(Problem.of(
                                ProblemKind.TOO_MANY_REQUESTS,
                                "Too many requests without a valid sign-in came from your address.")
                        .retryAfter(standing.until()))
                : Optional.empty();
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
            request.setAttribute(USED_UP, standing);
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            allowance.take(request.getRemoteAddr());
        }
    }
}
