package uk.kinbridge.notification.notice.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import uk.kinbridge.notification.notice.Acknowledgement;
import uk.kinbridge.notification.notice.Notice;
import uk.kinbridge.notification.notice.Sighting;
import uk.kinbridge.platform.mongo.CollectionIndexes;

/** What the queries of this package look for, and the indexes that answer them. */
@Configuration(proxyBeanMethods = false)
class NoticeIndexes {

    static final String URGENT_FIRST = "find.urgentFirst";
    static final String NEWEST_FIRST = "find.newestFirst";

    /** Since when a saved change waits to get into the feed; absent once it is in. */
    static final String UNFED = "find.unfed";

    /** Kept in the notice's document, written in the same update as its state. */
    static Document findable(Notice notice) {
        return new Document("address", notice.recipient().address())
                .append("state", notice.state().name())
                .append("about", notice.about().id())
                .append("urgentFirst", urgentFirst(notice))
                .append("newestFirst", newestFirst(notice))
                .append("unfed", Date.from(lastChange(notice)));
    }

    /** One text to sort by, so that a page is a simple range in every database. */
    static String urgentFirst(Notice notice) {
        return notice.urgency().rank() + "-" + newestFirst(notice);
    }

    static String newestFirst(Notice notice) {
        return String.format(Locale.ROOT, "%014d-%s", notice.requestedAt().toEpochMilli(), notice.id());
    }

    private static Instant lastChange(Notice notice) {
        return Stream.of(
                        Stream.of(notice.deliveredAt()),
                        Stream.ofNullable(notice.seen()).map(Sighting::at),
                        Stream.ofNullable(notice.acknowledged()).map(Acknowledgement::at))
                .flatMap(at -> at)
                .reduce(notice.deliveredAt(), (a, b) -> a.isAfter(b) ? a : b);
    }

    @Bean
    CollectionIndexes indexesOfNotices() {
        return new CollectionIndexes(
                MongoNotices.COLLECTION,
                List.of(
                        named("waiting")
                                .on("find.address", Direction.ASC)
                                .on("find.state", Direction.ASC)
                                .on(URGENT_FIRST, Direction.DESC),
                        named("byState")
                                .on("find.address", Direction.ASC)
                                .on("find.state", Direction.ASC)
                                .on(NEWEST_FIRST, Direction.DESC),
                        named("all").on("find.address", Direction.ASC).on(NEWEST_FIRST, Direction.DESC),
                        named("about").on("find.about", Direction.ASC).on("find.state", Direction.ASC),
                        named("unfed").on(UNFED, Direction.ASC).sparse()));
    }

    @Bean
    CollectionIndexes indexesOfFulfilments() {
        return new CollectionIndexes(
                MongoFulfilments.COLLECTION,
                List.of(named("aboutPurpose").on("aboutId", Direction.ASC).on("purpose", Direction.ASC)));
    }

    @Bean
    CollectionIndexes indexesOfFeed() {
        return new CollectionIndexes(
                MongoFeed.COLLECTION,
                List.of(
                        named("change").on("change", Direction.ASC).unique().sparse(),
                        named("address").on("address", Direction.ASC).on("_id", Direction.ASC)));
    }

    private static Index named(String name) {
        return new Index().named(name);
    }
}
