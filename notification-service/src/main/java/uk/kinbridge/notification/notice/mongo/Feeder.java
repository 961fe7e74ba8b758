package uk.kinbridge.notification.notice.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
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
import uk.kinbridge.platform.background.Gathering;
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

    /**
     * So long marks gather before they are taken off. Taking one off costs the database as much as writing the whole
     * notice, and a tenth of that together with others.
     */
    private static final Duration GATHERING = Duration.ofMillis(200);

    /** So much later somebody who could not take note of a telling hears it again; others go first meanwhile. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MongoOperations mongo;
    private final MongoNotices notices;
    private final MongoFeed feed;
    private final Unfed unfed;
    private final List<Hearing> hearings;
    private final InstantSource time;
    private final Gathering<Kept> fed = new Gathering<>(GATHERING, BATCH);
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
        loop.round("feeder-marks", this::takeMarksOff);
    }

    /** What has been fed is not fed again by the next one. */
    @Override
    public void stop() {
        loop.stop();
        try {
            takeOff(fed.gathered());
        } catch (DataAccessException away) {
            log.warn("marks stay for the next one: {}", away.getClass().getSimpleName());
        }
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }

    private void followNudges() throws InterruptedException {
        var some = unfed.take(BATCH, LOOK.toMillis());
        try {
            feed(some).forEach(fed::add);
        } catch (RuntimeException failed) {
            // Found again by their marks.
            letGo(some);
            throw failed;
        }
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
        List<String> marked = Objects.requireNonNull(mongo.execute(
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
        var left = marked.stream()
                .filter(id -> !loop.isRunning() || !unfed.inHand(id))
                .toList();
        var present = new ArrayList<>(notices.all(left));
        present.sort(Comparator.comparingInt(kept -> left.indexOf(kept.notice().id())));
        takeOff(feed(present));
        return left.size();
    }

    /** @return those whose mark can be taken off */
    private List<Kept> feed(List<Kept> present) {
        if (present.isEmpty()) {
            return List.of();
        }
        feed.append(present);
        var heard = heardTogether(present)
                ? Map.of(true, present)
                : present.stream().collect(Collectors.partitioningBy(this::heard));
        markLater(heard.getOrDefault(false, List.of()));
        return heard.getOrDefault(true, List.of());
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

    private void takeMarksOff() throws InterruptedException {
        takeOff(fed.gather(LOOK));
    }

    /** One statement for those of one version, which are nearly all: most notices have just been born. */
    private void takeOff(List<Kept> some) {
        try {
            some.stream()
                    .collect(Collectors.groupingBy(
                            Kept::version,
                            Collectors.mapping(kept -> kept.notice().id(), Collectors.toList())))
                    .forEach((version, ids) -> mongo.execute(
                            MongoNotices.COLLECTION,
                            c -> c.updateMany(
                                    stillAt(version, Filters.in("_id", ids)), Updates.unset(NoticeIndexes.UNFED))));
        } finally {
            letGo(some);
        }
    }

    private void letGo(List<Kept> some) {
        some.forEach(kept -> unfed.done(kept.notice().id()));
    }

    private void markLater(List<Kept> unheard) {
        var later = Updates.set(NoticeIndexes.UNFED, Date.from(time.instant().plus(PATIENCE)));
        unheard.forEach(kept -> {
            var one = Filters.eq("_id", kept.notice().id());
            mongo.execute(MongoNotices.COLLECTION, c -> c.updateOne(stillAt(kept.version(), one), later));
            unfed.done(kept.notice().id());
        });
    }

    /** Only where that version still stands: a later change has set the mark anew. The version itself is not touched. */
    private static Bson stillAt(long version, Bson which) {
        return Filters.and(which, Filters.eq("version", version));
    }
}
