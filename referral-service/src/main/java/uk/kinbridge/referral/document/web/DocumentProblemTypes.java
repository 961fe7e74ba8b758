package uk.kinbridge.referral.document.web;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.web.problem.ProblemCatalogue;
import uk.kinbridge.platform.web.problem.ProblemType;

/** Documents the problems of uploads. */
@Component
class DocumentProblemTypes implements ProblemCatalogue {

    @Override
    public List<ProblemType> types() {
        return List.of(DocumentController.EMPTY, DocumentController.NOT_ACCEPTED);
    }
}
