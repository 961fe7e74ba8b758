package uk.kinbridge.escalation.disagreement.mongo;

import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.escalation.disagreement.Disagreements;
import uk.kinbridge.escalation.disagreement.DisagreementsContract;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;

/** Disagreements are found again as they were, on every database that the suite may run on. */
@OnEachDatabase
class MongoDisagreementsTest extends DisagreementsContract {

    private final Disagreements disagreements;

    MongoDisagreementsTest(TestDatabase database) {
        this.disagreements = Rig.disagreements(new MongoTemplate(database.client(), database.name()));
    }

    @Override
    protected Disagreements disagreements() {
        return disagreements;
    }
}
