package uk.kinbridge.notification.notice.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import uk.kinbridge.notification.notice.Acknowledgement;
import uk.kinbridge.notification.notice.Deed;
import uk.kinbridge.notification.notice.Inbox;
import uk.kinbridge.notification.notice.Notice;
import uk.kinbridge.notification.notice.Sighting;
import uk.kinbridge.notification.notice.Telling;
import uk.kinbridge.platform.mongo.CollectionIndexes;

/** What the queries of this package look for, and the indexes that answer them. */
@Configuration(proxyBeanMethods = false)
class NoticeIndexes {

    static final String URGENT_FIRST = "find.urgentFirst";
    static final String NEWEST_FIRST = "find.newestFirst";

    static final String SENT_BY = "find.sentBy";
    static final String FOLLOWS = "find.follows";

    /** The recipient's agency, while nobody has acknowledged it. */
    static final String WAITING_AT = "find.waitingAt";

    /** When it should be acknowledged, while nobody has. */
    static final String DUE = "find.due";

    /** When the directory is asked again who answers for it. */
    static final String UNRESOLVED = "find.unresolved";

    /** Since when a saved change waits to get into the feed; absent once it is in. */
    static final String UNFED = "find.unfed";

    /** Kept in the notice's document, written in the same update as its state. */
    static Document findable(Notice notice) {
        var find = new Document("address", Inbox.placesOf(notice))
                .append("state", notice.state().name())
                .append("about", notice.about().id())
                .append("urgentFirst", urgentFirst(notice))
                .append("newestFirst", newestFirst(notice))
                .append("unfed", Date.from(lastChange(notice)));
        var dispatch = notice.dispatch();
        var sender = dispatch.sender();
        if (sender != null) {
            // Found by agency and by person, so that one index serves both lists.
            find.append(
                    "sentBy",
                    sender.person() == null
                            ? List.of(sender.agency())
                            : List.of(sender.agency(), sentBy(sender.agency(), sender.person())));
        }
        if (dispatch.follows() != null) {
            find.append("follows", dispatch.follows());
        }
        if (notice.acknowledged() == null) {
            find.append("waitingAt", notice.recipient().agency());
            Optional.ofNullable(notice.acknowledgeBy()).ifPresent(by -> find.append("due", Date.from(by)));
            Optional.ofNullable(notice.course().resolveAt()).ifPresent(at -> find.append("unresolved", Date.from(at)));
        }
        return find;
    }

    static String sentBy(String agency, String person) {
        return agency + "/" + person;
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
                        notice.course().tellings().stream().map(Telling::at),
                        Stream.ofNullable(notice.course().acted()).map(Deed::at),
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
                        named("sent")
                                .on(SENT_BY, Direction.ASC)
                                .on(NEWEST_FIRST, Direction.DESC)
                                .sparse(),
                        named("follows").on(FOLLOWS, Direction.ASC).sparse(),
                        named("due")
                                .on(WAITING_AT, Direction.ASC)
                                .on(DUE, Direction.ASC)
                                .sparse(),
                        named("unresolved").on(UNRESOLVED, Direction.ASC).sparse(),
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
