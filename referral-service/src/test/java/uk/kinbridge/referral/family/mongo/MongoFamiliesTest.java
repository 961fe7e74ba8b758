package uk.kinbridge.referral.family.mongo;

import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;

@OnEachDatabase
class MongoFamiliesTest extends FamiliesTest {

    MongoFamiliesTest(TestDatabase database) {
        super(families(new MongoTemplate(database.client(), database.name())));
    }

    private static MongoFamilies families(MongoTemplate mongo) {
        return FamilyRig.families(mongo);
    }
}
