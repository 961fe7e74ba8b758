package uk.kinbridge.platform.web.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.kinbridge.platform.mongo.WriteWitness;

/** The outermost filter: what another filter throws becomes a problem too, and never the container's error page. */
final class ProblemFilter extends OncePerRequestFilter {

    private final Failures failures;
    private final ProblemWriter writer;

    ProblemFilter(Failures failures, ProblemWriter writer) {
        this.failures = failures;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException thrown) {
            if (response.isCommitted()) {
                throw thrown;
            }
            response.resetBuffer();
            writer.write(failures.explain(cause(thrown)), request, response);
        } finally {
            WriteWitness.forget();
        }
    }

    private static Throwable cause(Exception thrown) {
        Throwable cause = thrown.getCause();
        return thrown instanceof ServletException && cause != null ? cause : thrown;
    }
}
