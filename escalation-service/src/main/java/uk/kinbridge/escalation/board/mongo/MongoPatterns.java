package uk.kinbridge.escalation.board.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import uk.kinbridge.escalation.board.Anonymise;
import uk.kinbridge.escalation.board.CasePattern;
import uk.kinbridge.escalation.board.Patterns;
import uk.kinbridge.escalation.disagreement.Disagreement;

/** Reads the disagreements of an area and leaves what names nobody. */
@Component
class MongoPatterns implements Patterns {

    private static final String COLLECTION = "disagreements";

    private final MongoOperations mongo;

    MongoPatterns(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public List<CasePattern> of(String area, Instant since, Instant now, int limit) {
        return Objects.requireNonNull(mongo.<List<CasePattern>>execute(COLLECTION, c -> {
            var patterns = new ArrayList<CasePattern>();
            c.find(Filters.and(Filters.eq("area", area), Filters.gte("raisedAt", Date.from(since))))
                    .sort(Sorts.ascending("raisedAt"))
                    .limit(limit)
                    .forEach(document ->
                            patterns.add(Anonymise.of(mongo.getConverter().read(Disagreement.class, document), now)));
            return patterns;
        }));
    }
}
