package uk.kinbridge.referral.family.mongo;

import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.OutboxEntry;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;
import uk.kinbridge.referral.family.FamilyMother;

@OnEachDatabase
class MongoFamiliesTest extends FamiliesTest {

    MongoFamiliesTest(TestDatabase database) {
        super(families(new MongoTemplate(database.client(), database.name())));
    }

    private static MongoFamilies families(MongoTemplate mongo) {
        return new MongoFamilies(mongo, new Aggregates(mongo), FamilyMother.SOUNDS, (id, event, now) -> new OutboxEntry(id, "x", "{}"));
    }
}
