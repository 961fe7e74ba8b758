package uk.kinbridge.gateway.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/** Answers every failure of a route or a page with a problem; controller advice would not see those of routes. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemResolver implements HandlerExceptionResolver {

    private final ProblemAnswers answers;

    ProblemResolver(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        if (response.isCommitted() || DisconnectedClientHelper.isClientDisconnectedException(thrown)) {
            return new ModelAndView();
        }
        Problem problem = Failures.explain(thrown, request.getMethod());
        HttpSession session = request.getSession(false);
        if (problem.kind() == ProblemKind.NOT_SIGNED_IN && session != null) {
            session.invalidate();
        }
        try {
            answers.send(request, response, problem);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new ModelAndView();
    }
}
