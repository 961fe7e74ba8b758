package uk.kinbridge.notification.notice.mongo;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import uk.kinbridge.notification.notice.Backlog;

/** Counts by what the indexes hold: only what waits is in them, so the cost follows the backlog. */
@Component
class MongoBacklog implements Backlog {

    private static final Date EVER = Date.from(Instant.EPOCH);

    private final MongoOperations mongo;

    MongoBacklog(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Numbers at(Instant now, @Nullable String agency) {
        var waiting = agency == null
                ? Filters.gt(NoticeIndexes.WAITING_AT, "")
                : Filters.eq(NoticeIndexes.WAITING_AT, agency);
        return new Numbers(
                count(waiting),
                count(Filters.and(waiting, Filters.lte(NoticeIndexes.DUE, Date.from(now)))),
                count(Filters.and(waiting, Filters.gt(NoticeIndexes.UNRESOLVED, EVER))),
                count(Filters.gt(NoticeIndexes.UNFED, EVER)));
    }

    private long count(Bson filter) {
        return Objects.requireNonNull(
                mongo.execute(MongoNotices.COLLECTION, notices -> notices.countDocuments(filter)));
    }
}
