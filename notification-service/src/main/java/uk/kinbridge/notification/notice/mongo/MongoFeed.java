package uk.kinbridge.notification.notice.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import uk.kinbridge.notification.notice.Feed;
import uk.kinbridge.notification.notice.Inbox;
import uk.kinbridge.notification.notice.Notices.Kept;

/**
 * The feed as a log: a document for each change, whose id is its position.
 *
 * <p>A position is taken by inserting it, and only by somebody who has seen the one before. So there are no gaps, and
 * whoever sees a position can see all before it, with any number of instances at work; a counter or a timestamp would
 * promise neither.
 */
@Component
class MongoFeed implements Feed {

    static final String COLLECTION = "feed";

    /** This document is no change: it remembers about how far the feed reaches, so that nobody searches for the end. */
    private static final long HEAD = 0;

    /** So far the head may lag behind the end. */
    private static final int HEAD_LAG = 50;

    private static final int STRETCH = 200;
    private static final int STIRS = 1000;
    private static final Logger log = LoggerFactory.getLogger(MongoFeed.class);

    private final MongoOperations mongo;
    private final MongoNotices notices;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** The last position that this instance has taken itself; where another one goes on from there, the insert tells. */
    private final AtomicLong taken = new AtomicLong(HEAD);

    private final AtomicLong headAt = new AtomicLong(HEAD);

    MongoFeed(MongoOperations mongo, MongoNotices notices) {
        this.mongo = mongo;
        this.notices = notices;
    }

    @Override
    public void onAppended(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public long latest() {
        return inFeed(MongoFeed::latest);
    }

    private static long latest(MongoCollection<Document> feed) {
        var head = feed.find(Filters.eq("_id", HEAD)).first();
        long known = head == null ? HEAD : head.getLong("reaches");
        var last = feed.find(Filters.gt("_id", known))
                .sort(Sorts.descending("_id"))
                .limit(1)
                .first();
        return last == null ? known : last.getLong("_id");
    }

    @Override
    public Stretch after(long position, Inbox inbox) {
        if (inbox.addresses().isEmpty()) {
            return new Stretch(List.of(), position, true);
        }
        List<Document> entries = inFeed(feed -> feed.find(
                        Filters.and(Filters.in("address", inbox.addresses()), Filters.gt("_id", position)))
                .sort(Sorts.ascending("_id"))
                .limit(STRETCH)
                .into(new ArrayList<>()));
        if (entries.isEmpty()) {
            return new Stretch(List.of(), position, true);
        }
        var present = notices
                .all(entries.stream()
                        .map(entry -> entry.getString("notice"))
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(kept -> kept.notice().id(), Function.identity()));
        var items = new ArrayList<Item>();
        for (var entry : entries) {
            var kept = present.get(entry.getString("notice"));
            // A later version has its own place further on; telling it here as well would repeat it there.
            if (kept != null && kept.notice().revision() == entry.getLong("version")) {
                items.add(new Item(entry.getLong("_id"), kept));
            }
        }
        return new Stretch(items, entries.getLast().getLong("_id"), entries.size() < STRETCH);
    }

    @Override
    public List<Stir> stirsAfter(long position) {
        return inFeed(feed -> feed
                .find(Filters.gt("_id", Math.max(position, HEAD)))
                .sort(Sorts.ascending("_id"))
                .limit(STIRS)
                .projection(Projections.include("address"))
                .into(new ArrayList<Document>())
                .stream()
                .map(entry -> new Stir(entry.getLong("_id"), placesIn(entry)))
                .toList());
    }

    /** An entry from before anybody stood in for anybody names one address. */
    private static List<String> placesIn(Document entry) {
        return entry.get("address") instanceof String one ? List.of(one) : entry.getList("address", String.class);
    }

    /** Appends the changes that are not in the feed yet, in this order. */
    void append(List<Kept> changes) {
        var missing = changes;
        while (!missing.isEmpty()) {
            try {
                insert(missing);
                missing = List.of();
            } catch (DuplicateKeyException taken) {
                // Another instance took a position first, or has appended one of these changes after a crash of ours.
                log.debug("a position of the feed was taken by somebody else: {}", taken.getClass());
                this.taken.set(HEAD);
                missing = notHeld(missing);
            }
        }
        listeners.forEach(Runnable::run);
    }

    private void insert(List<Kept> changes) {
        long reaches = inFeed(feed -> {
            long position = taken.get() > HEAD ? taken.get() : latest(feed);
            var entries = new ArrayList<Document>();
            for (var change : changes) {
                entries.add(new Document("_id", ++position)
                        .append("address", Inbox.placesOf(change.notice()))
                        .append("change", nameOf(change))
                        .append("notice", change.notice().id())
                        .append("version", change.notice().revision()));
            }
            feed.insertMany(entries);
            return position;
        });
        taken.set(reaches);
        if (reaches - headAt.get() >= HEAD_LAG) {
            moveHead(reaches);
            headAt.set(reaches);
        }
    }

    private void moveHead(long reaches) {
        try {
            inFeed(feed -> feed.updateOne(
                    Filters.eq("_id", HEAD), Updates.max("reaches", reaches), new UpdateOptions().upsert(true)));
        } catch (DataIntegrityViolationException createdMeanwhile) {
            // The head is only a hint: the next one to append moves it.
            log.debug("the feed's head was created by somebody else: {}", createdMeanwhile.getClass());
        }
    }

    private List<Kept> notHeld(List<Kept> changes) {
        Set<String> held = inFeed(feed -> feed
                .find(Filters.in(
                        "change", changes.stream().map(MongoFeed::nameOf).toList()))
                .projection(Projections.include("change"))
                .into(new ArrayList<Document>())
                .stream()
                .map(entry -> entry.getString("change"))
                .collect(Collectors.toCollection(HashSet::new)));
        return changes.stream().filter(change -> !held.contains(nameOf(change))).toList();
    }

    private static String nameOf(Kept change) {
        return change.notice().id() + "/" + change.notice().revision();
    }

    private <T> T inFeed(Function<MongoCollection<Document>, T> work) {
        return Objects.requireNonNull(mongo.execute(COLLECTION, work::apply));
    }
}
