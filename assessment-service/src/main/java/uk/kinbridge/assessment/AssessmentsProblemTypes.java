package uk.kinbridge.assessment;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.web.problem.ProblemCatalogue;
import uk.kinbridge.platform.web.problem.ProblemType;

/** Documents the problems of this service. */
@Component
class AssessmentsProblemTypes implements ProblemCatalogue {

    @Override
    public List<ProblemType> types() {
        return List.of(AssessmentsController.NOT_YET);
    }
}
