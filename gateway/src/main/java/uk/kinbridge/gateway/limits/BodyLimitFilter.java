package uk.kinbridge.gateway.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.kinbridge.gateway.problem.BodyTooLargeException;
import uk.kinbridge.gateway.problem.Problem;
import uk.kinbridge.gateway.problem.ProblemAnswers;
import uk.kinbridge.gateway.problem.ProblemKind;

/** Refuses bodies that are too large, also those that do not say their length and only turn out to be. */
public final class BodyLimitFilter extends OncePerRequestFilter {

    private final Limits limits;
    private final RequestMatcher uploads;
    private final ProblemAnswers answers;

    public BodyLimitFilter(Limits limits, ProblemAnswers answers) {
        this.limits = limits;
        this.answers = answers;
        List<RequestMatcher> paths = limits.uploadPaths().stream()
                .<RequestMatcher>map(PathPatternRequestMatcher::pathPattern)
                .toList();
        this.uploads = new OrRequestMatcher(paths);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        DataSize limit = uploads.matches(request) ? limits.upload() : limits.body();
        if (request.getContentLengthLong() > limit.toBytes()) {
            answers.send(
                    request,
                    response,
                    Problem.of(
                            ProblemKind.TOO_LARGE,
                            "The body is larger than the %d KB that are accepted here. Nothing was saved."
                                    .formatted(limit.toKilobytes())));
        } else {
            chain.doFilter(new Measured(request, limit.toBytes()), response);
        }
    }

    private static final class Measured extends HttpServletRequestWrapper {

        private final long limit;

        Measured(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new MeasuredStream(super.getInputStream(), limit);
        }
    }

    private static final class MeasuredStream extends ServletInputStream {

        private final ServletInputStream body;
        private final long limit;
        private long seen;

        MeasuredStream(ServletInputStream body, long limit) {
            this.body = body;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = body.read(into, offset, length);
            count(count);
            return count;
        }

        private void count(int more) throws IOException {
            seen += Math.max(0, more);
            if (seen > limit) {
                throw new BodyTooLargeException(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
