package uk.kinbridge.notification.delivery.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.web.problem.ProblemCatalogue;
import uk.kinbridge.platform.web.problem.ProblemType;

/** What an administrator can be answered about deliveries. */
@Component
class DeliveryProblems implements ProblemCatalogue {

    static final ProblemType NOTHING_TO_DECIDE = new ProblemType(
            "nothing-to-decide",
            HttpStatus.CONFLICT,
            "There is nothing to decide about this delivery",
            "Only a delivery that was given up can be sent again, and one that is in doubt sent again or left. Others go"
                    + " on by themselves.");

    @Override
    public List<ProblemType> types() {
        return List.of(NOTHING_TO_DECIDE);
    }
}
