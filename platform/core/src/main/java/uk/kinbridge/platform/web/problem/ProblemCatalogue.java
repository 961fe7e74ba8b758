package uk.kinbridge.platform.web.problem;

import java.util.List;

/** The problem types that a service adds to the common ones; declared as a bean, listed at {@code GET /problems}. */
@FunctionalInterface
public interface ProblemCatalogue {

    List<ProblemType> types();
}
