package uk.kinbridge.referral.family.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.web.problem.ProblemCatalogue;
import uk.kinbridge.platform.web.problem.ProblemType;

/** Documents the problems of the family record. */
@Component
class FamilyProblemTypes implements ProblemCatalogue {

    static final ProblemType REFUSED = new ProblemType(
            "family-incomplete",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The family record cannot be like this",
            "Something that must be known is missing, or two answers contradict one another. 'errors' names each.");

    static final ProblemType MERGED_AWAY = new ProblemType(
            "family-merged",
            HttpStatus.CONFLICT,
            "This record has become part of another one",
            "Two records were found to be of one family and merged. 'into' is the id of the record to change instead.");

    @Override
    public List<ProblemType> types() {
        return List.of(REFUSED, MERGED_AWAY);
    }
}
