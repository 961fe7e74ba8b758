package uk.kinbridge.notification.notice.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import uk.kinbridge.notification.notice.Hearing;
import uk.kinbridge.notification.notice.Notice;
import uk.kinbridge.notification.notice.Notices.Kept;
import uk.kinbridge.notification.notice.Telling;
import uk.kinbridge.platform.background.Loop;

/**
 * Carries saved changes into the feed, and to those who reach people outside the inbox. A nudge right after a save makes
 * it prompt; the mark in the document, which the save itself has written, makes it certain, also when the process dies
 * between the two.
 */
@Component
class Feeder implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Feeder.class);

    private static final int BATCH = 200;
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Younger marks are left to the instance that wrote them; it has been nudged. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    /** So much later somebody who could not take note of a telling hears it again; others go first meanwhile. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MongoOperations mongo;
    private final MongoNotices notices;
    private final MongoFeed feed;
    private final Unfed unfed;
    private final List<Hearing> hearings;
    private final InstantSource time;
    private final Loop loop = new Loop("the feed", LOOK);

    Feeder(
            MongoOperations mongo,
            MongoNotices notices,
            MongoFeed feed,
            Unfed unfed,
            List<Hearing> hearings,
            InstantSource time) {
        this.mongo = mongo;
        this.notices = notices;
        this.feed = feed;
        this.unfed = unfed;
        this.hearings = List.copyOf(hearings);
        this.time = time;
    }

    @Override
    public void start() {
        loop.start();
        loop.round("feeder-nudged", this::followNudges);
        loop.round("feeder-leftovers", this::collectLeftovers);
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }

    private void followNudges() throws InterruptedException {
        feed(unfed.take(BATCH, LOOK.toMillis()));
    }

    private void collectLeftovers() throws InterruptedException {
        if (collect(time.instant().minus(GRACE)) < BATCH) {
            Thread.sleep(LOOK);
        }
    }

    /**
     * Feeds what was saved before {@code until} and has been forgotten by whoever saved it.
     *
     * @return how many there were
     */
    int collect(Instant until) {
        List<String> left = Objects.requireNonNull(mongo.execute(
                MongoNotices.COLLECTION,
                c -> c
                        .find(Filters.lte(NoticeIndexes.UNFED, Date.from(until)))
                        .sort(Sorts.ascending(NoticeIndexes.UNFED))
                        .limit(BATCH)
                        .projection(Projections.include("_id"))
                        .into(new ArrayList<Document>())
                        .stream()
                        .map(document -> document.getString("_id"))
                        .toList()));
        feed(left);
        return left.size();
    }

    private void feed(List<String> ids) {
        var present = new ArrayList<>(notices.all(ids));
        if (!present.isEmpty()) {
            present.sort(
                    Comparator.comparingInt(kept -> ids.indexOf(kept.notice().id())));
            feed.append(present);
            var heard = heardTogether(present)
                    ? Map.of(true, List.copyOf(present))
                    : present.stream().collect(Collectors.partitioningBy(this::heard));
            mark(heard.getOrDefault(true, List.of()), Updates.unset(NoticeIndexes.UNFED));
            var later = Date.from(time.instant().plus(PATIENCE));
            mark(heard.getOrDefault(false, List.of()), Updates.set(NoticeIndexes.UNFED, later));
        }
    }

    private boolean heardTogether(List<Kept> present) {
        if (present.size() == 1) {
            return false;
        }
        try {
            var news = present.stream().flatMap(kept -> newsOf(kept.notice())).toList();
            if (!news.isEmpty()) {
                hearings.forEach(hearing -> hearing.hearAll(news));
            }
            return true;
        } catch (RuntimeException failed) {
            log.warn(
                    "tellings were not taken note of together; each is told by itself: {}",
                    failed.getClass().getSimpleName());
            return false;
        }
    }

    /** A mark that stays is looked at again: whoever did not take note is told once more, and nobody else waits. */
    private boolean heard(Kept kept) {
        try {
            newsOf(kept.notice())
                    .forEach(one -> hearings.forEach(hearing -> hearing.hear(one.notice(), one.telling())));
            return true;
        } catch (DataAccessException away) {
            log.warn("a telling waits for the database: {}", away.getClass().getSimpleName());
        } catch (RuntimeException bug) {
            log.error("a telling was not taken note of; it is told again", bug);
        }
        return false;
    }

    private static Stream<Hearing.News> newsOf(Notice notice) {
        var bundled = notice.dispatch().bundle() != null;
        return notice.course().tellings().stream()
                .filter(Telling::reachesOut)
                .filter(telling -> !bundled || telling.kind() == Telling.Kind.CHASED)
                .map(telling -> new Hearing.News(notice, telling));
    }

    /** Only where that version still stands: a later change has set the mark anew. Never touches the version. */
    private void mark(List<Kept> fed, Bson change) {
        if (fed.isEmpty()) {
            return;
        }
        var updates = fed.stream()
                .map(kept -> new UpdateOneModel<Document>(
                        Filters.and(Filters.eq("_id", kept.notice().id()), Filters.eq("version", kept.version())),
                        change))
                .toList();
        mongo.execute(MongoNotices.COLLECTION, c -> c.bulkWrite(updates));
    }
}
