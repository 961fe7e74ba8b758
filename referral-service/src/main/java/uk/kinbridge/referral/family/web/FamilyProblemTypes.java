package uk.kinbridge.referral.family.web;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.web.problem.ProblemCatalogue;
import uk.kinbridge.platform.web.problem.ProblemType;

/** Documents the problems of the family record. */
@Component
class FamilyProblemTypes implements ProblemCatalogue {

    @Override
    public List<ProblemType> types() {
        return List.of(FamilyController.REFUSED);
    }
}
