package uk.kinbridge.gateway.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what filters and the container gave up on. */
@Controller
class ProblemErrorController implements ErrorController {

    private final ProblemAnswers answers;

    ProblemErrorController(ProblemAnswers answers) {
        this.answers = answers;
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Problem problem = thrown instanceof Throwable throwable
                ? Failures.explain(throwable, request.getMethod())
                : Failures.ofStatus(status instanceof Integer code ? code : 404);
        answers.send(request, response, problem);
    }
}
