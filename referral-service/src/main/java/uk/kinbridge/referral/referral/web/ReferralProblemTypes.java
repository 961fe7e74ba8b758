package uk.kinbridge.referral.referral.web;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.web.problem.ProblemCatalogue;
import uk.kinbridge.platform.web.problem.ProblemType;

/** Documents the problems of referrals. */
@Component
class ReferralProblemTypes implements ProblemCatalogue {

    @Override
    public List<ProblemType> types() {
        return ReferralProblems.ALL;
    }
}
