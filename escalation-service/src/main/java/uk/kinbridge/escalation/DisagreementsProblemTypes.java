package uk.kinbridge.escalation;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.web.problem.ProblemCatalogue;
import uk.kinbridge.platform.web.problem.ProblemType;

/** Documents the problems of this service. */
@Component
class DisagreementsProblemTypes implements ProblemCatalogue {

    @Override
    public List<ProblemType> types() {
        return List.of(DisagreementsController.NOT_YET);
    }
}
