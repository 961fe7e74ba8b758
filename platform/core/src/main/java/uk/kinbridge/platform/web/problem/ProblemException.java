package uk.kinbridge.platform.web.problem;

import org.springframework.web.ErrorResponseException;

/** Carries a {@link Problem} out of a web adapter that has no return value to put it in. */
public final class ProblemException extends ErrorResponseException {

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.type().status(), problem.body(), null);
        this.problem = problem;
        problem.headers().forEach(getHeaders()::set);
    }

    public Problem problem() {
        return problem;
    }

    /** Without the detail: it is for the caller, and may quote what they sent. */
    @Override
    public String getMessage() {
        return problem.type().slug();
    }
}
