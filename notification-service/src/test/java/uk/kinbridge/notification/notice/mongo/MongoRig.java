package uk.kinbridge.notification.notice.mongo;

import java.time.Instant;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.notification.notice.HeardTellings;
import uk.kinbridge.notification.notice.Notice;
import uk.kinbridge.notification.notice.Standing;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.OutboxEntry;
import uk.kinbridge.platform.testing.SettableTime;

/** The adapters of one instance, wired by hand. */
final class MongoRig {

    /** Later than any mark: everything that waits is left over. */
    private static final Instant LATER = Instant.parse("2099-01-01T00:00:00Z");

    final MongoNotices notices;
    final MongoFulfilments fulfilments;
    final MongoFeed feed;
    final Feeder feeder;
    final MongoBacklog backlog;

    /** Who answers, and who hears of it outside the inbox. */
    final Standing duty = new Standing();

    final HeardTellings heard = new HeardTellings();

    MongoRig(MongoTemplate mongo) {
        EventEncoder<Notice.Event> encoder =
                (id, event, now) -> new OutboxEntry(id, "uk.kinbridge.notice.acknowledged.v1", "{}");
        var unfed = new Unfed();
        notices = new MongoNotices(mongo, new Aggregates(mongo), encoder, duty, unfed);
        fulfilments = new MongoFulfilments(mongo);
        feed = new MongoFeed(mongo, notices);
        backlog = new MongoBacklog(mongo);
        feeder = new Feeder(mongo, notices, feed, unfed, List.of(heard), new SettableTime(LATER));
    }

    static void createIndexes(MongoTemplate mongo) {
        var indexes = new NoticeIndexes();
        for (var of : List.of(indexes.indexesOfNotices(), indexes.indexesOfFulfilments(), indexes.indexesOfFeed())) {
            of.indexes().forEach(index -> mongo.indexOps(of.collection()).createIndex(index));
        }
    }

    /** Later than any mark that was put off. */
    void feedAllMuchLater() {
        feeder.collect(LATER.plusSeconds(3600));
    }

    void feedAll() {
        feeder.collect(LATER);
    }
}
