package uk.kinbridge.notification.notice.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import uk.kinbridge.notification.notice.Duty;
import uk.kinbridge.notification.notice.Fulfilment;
import uk.kinbridge.notification.notice.Inbox;
import uk.kinbridge.notification.notice.Notice;
import uk.kinbridge.notification.notice.Notices;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.mongo.AggregateCollection;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.SaveOutcome;
import uk.kinbridge.platform.mongo.Versioned;
import uk.kinbridge.platform.page.Cursor;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.page.PageRequest;

/** Notices as documents; every save marks them as not yet in the feed. */
@Component
class MongoNotices implements Notices {

    static final String COLLECTION = "notices";

    private final MongoOperations mongo;
    private final AggregateCollection<Notice, Notice.Event> notices;
    private final Unfed unfed;

    MongoNotices(
            MongoOperations mongo, Aggregates aggregates, EventEncoder<Notice.Event> encoder, Duty duty, Unfed unfed) {
        this.mongo = mongo;
        this.notices = aggregates.open(
                COLLECTION,
                Notice.class,
                Notice::wakeAt,
                (notice, now) -> notice.elapse(now, duty),
                NoticeIndexes::findable,
                encoder);
        this.unfed = unfed;
    }

    @Override
    public boolean addOnce(Change<Notice, Notice.Event> born, Instant now, String messageId) {
        var added = notices.insertOnce(born, now, messageId) instanceof SaveOutcome.Saved;
        if (added) {
            unfed.nudge(new Kept(born.next(), 1));
        }
        return added;
    }

    @Override
    public Set<String> addAllOnce(List<Born> born, Instant now) {
        var added = notices.insertAllOnce(
                born.stream()
                        .map(one -> new AggregateCollection.Birth<>(one.change(), one.messageId()))
                        .toList(),
                now);
        born.stream()
                .map(one -> one.change().next())
                .filter(notice -> added.contains(notice.id()))
                .forEach(notice -> unfed.nudge(new Kept(notice, 1)));
        return added;
    }

    @Override
    public Optional<Kept> find(String id) {
        return notices.find(id).map(MongoNotices::kept);
    }

    @Override
    public Set<String> acknowledgedOf(Set<String> ids) {
        return Objects.requireNonNull(mongo.execute(
                COLLECTION,
                c -> c.find(Filters.and(
                                Filters.in("_id", ids), Filters.eq("find.state", Notice.State.ACKNOWLEDGED.name())))
                        .projection(Projections.include("_id"))
                        .map(found -> found.getString("_id"))
                        .into(new HashSet<>())));
    }

    @Override
    public boolean save(long version, Change<Notice, Notice.Event> change, Instant now) {
        return switch (notices.save(version, change, now)) {
            case SaveOutcome.Saved(var next) -> {
                unfed.nudge(new Kept(change.next(), next));
                yield true;
            }
            case SaveOutcome.Stale(), SaveOutcome.AlreadyHandled() -> false;
        };
    }

    @Override
    public List<Kept> waitingFor(Fulfilment act) {
        var ofPurpose = Filters.and(Filters.eq("find.about", act.aboutId()), Filters.eq("purpose", act.purpose()));
        return query(ofPurpose, Sorts.ascending("_id"), 0).stream()
                .filter(kept -> kept.notice().course().acted() == null && act.covers(kept.notice()))
                .toList();
    }

    @Override
    public Page<Kept> list(Listing listing, PageRequest page) {
        if (listing.inbox().addresses().isEmpty()) {
            return Page.last(List.of());
        }
        var order = listing.shown() == Shown.WAITING ? NoticeIndexes.URGENT_FIRST : NoticeIndexes.NEWEST_FIRST;
        var filters = new ArrayList<Bson>();
        filters.add(Filters.in("find.address", listing.places()));
        switch (listing.shown()) {
            case WAITING -> filters.add(Filters.eq("find.state", Notice.State.WAITING.name()));
            case ACKNOWLEDGED -> filters.add(Filters.eq("find.state", Notice.State.ACKNOWLEDGED.name()));
            case ALL -> {}
        }
        if (listing.about() != null) {
            filters.add(Filters.eq("find.about", listing.about()));
        }
        filters.add(beyond(order, page));
        var found = query(Filters.and(filters), Sorts.descending(order), page.limit() + 1);
        return Page.of(
                found, page, kept -> Cursor.of(LIST, listing.shown().name(), position(listing.shown(), kept.notice())));
    }

    @Override
    public Page<Kept> sent(SentBy by, PageRequest page) {
        var whose = by.person() == null ? by.agency() : NoticeIndexes.sentBy(by.agency(), by.person());
        var filter = Filters.and(Filters.eq(NoticeIndexes.SENT_BY, whose), beyond(NoticeIndexes.NEWEST_FIRST, page));
        var found = query(filter, Sorts.descending(NoticeIndexes.NEWEST_FIRST), page.limit() + 1);
        return Page.of(found, page, kept -> Cursor.of(SENT, whose, NoticeIndexes.newestFirst(kept.notice())));
    }

    @Override
    public List<Kept> following(String id) {
        return query(Filters.eq(NoticeIndexes.FOLLOWS, id), Sorts.ascending("_id"), 0).stream()
                .sorted(Comparator.comparing(kept -> kept.notice().requestedAt()))
                .toList();
    }

    @Override
    public long countWaiting(Inbox inbox) {
        return Objects.requireNonNull(mongo.execute(
                COLLECTION,
                c -> c.countDocuments(Filters.and(
                        Filters.in("find.address", inbox.addresses()),
                        Filters.eq("find.state", Notice.State.WAITING.name())))));
    }

    /** A page that begins nowhere still names the range: an index is then used by every database. */
    private static Bson beyond(String order, PageRequest page) {
        return page.position().isEmpty()
                ? Filters.gt(order, "")
                : Filters.lt(order, page.position().getLast());
    }

    private static String position(Shown shown, Notice notice) {
        return shown == Shown.WAITING ? NoticeIndexes.urgentFirst(notice) : NoticeIndexes.newestFirst(notice);
    }

    /** Those of these ids that exist. */
    List<Kept> all(List<String> ids) {
        return ids.isEmpty() ? List.of() : query(Filters.in("_id", ids), Sorts.ascending("_id"), 0);
    }

    private List<Kept> query(Bson filter, Bson sort, int limit) {
        return Objects.requireNonNull(mongo.execute(
                COLLECTION,
                c -> c.find(filter).sort(sort).limit(limit).into(new ArrayList<Document>()).stream()
                        .map(notices::read)
                        .map(MongoNotices::kept)
                        .toList()));
    }

    private static Kept kept(Versioned<Notice> versioned) {
        return new Kept(versioned.aggregate(), versioned.version());
    }
}
