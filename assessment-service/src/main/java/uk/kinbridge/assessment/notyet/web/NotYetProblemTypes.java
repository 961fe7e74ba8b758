package uk.kinbridge.assessment.notyet.web;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.web.problem.ProblemCatalogue;
import uk.kinbridge.platform.web.problem.ProblemType;

/** Documents the problems of this service. */
@Component
class NotYetProblemTypes implements ProblemCatalogue {

    @Override
    public List<ProblemType> types() {
        return List.of(NotYetController.NOT_YET);
    }
}
