package uk.kinbridge.escalation.overdue.mongo;

import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.escalation.overdue.ConcernsContract;
import uk.kinbridge.escalation.overdue.OverdueConcerns;
import uk.kinbridge.escalation.overdue.OverdueMother;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.OutboxEntry;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;

@OnEachDatabase
class MongoOverdueConcernsTest extends ConcernsContract {

    private final OverdueConcerns concerns;

    MongoOverdueConcernsTest(TestDatabase database) {
        var mongo = new MongoTemplate(database.client(), database.name());
        this.concerns = new MongoOverdueConcerns(
                mongo,
                new Aggregates(mongo),
                (id, event, now) -> new OutboxEntry(id, event.purpose(), "{}"),
                OverdueMother.managersTime());
    }

    @Override
    protected OverdueConcerns concerns() {
        return concerns;
    }
}
