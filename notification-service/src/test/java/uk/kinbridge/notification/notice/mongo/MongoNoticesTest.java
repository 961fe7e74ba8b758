package uk.kinbridge.notification.notice.mongo;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.notification.notice.Feed;
import uk.kinbridge.notification.notice.Fulfilments;
import uk.kinbridge.notification.notice.Notices;
import uk.kinbridge.notification.notice.NoticesContract;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;

@OnEachDatabase
class MongoNoticesTest extends NoticesContract {

    private final TestDatabase database;
    private final MongoTemplate mongo;
    private final MongoRig rig;

    MongoNoticesTest(TestDatabase database) {
        this.database = database;
        this.mongo = new MongoTemplate(database.client(), database.name());
        this.rig = new MongoRig(mongo);
    }

    @BeforeEach
    void startEmpty() {
        database.mongo().drop();
        MongoRig.createIndexes(mongo);
    }

    @Override
    protected Notices notices() {
        return rig.notices;
    }

    @Override
    protected Fulfilments fulfilments() {
        return rig.fulfilments;
    }

    @Override
    protected Feed feed() {
        return rig.feed;
    }

    @Override
    protected void feedAll() {
        rig.feedAll();
    }
}
