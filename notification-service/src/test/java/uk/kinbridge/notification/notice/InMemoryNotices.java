package uk.kinbridge.notification.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.page.Cursor;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.page.PageRequest;

/** Notices and their feed in memory; passes the same contract tests as those in the database. */
public final class InMemoryNotices implements Notices, Feed {

    private record Entry(long position, List<String> addresses, String notice, long revision) {}

    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private final List<Entry> feed = new ArrayList<>();
    private final List<Notice.Event> told = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();

    /** What others were told. */
    public synchronized List<Notice.Event> told() {
        return List.copyOf(told);
    }

    @Override
    public synchronized boolean addOnce(Change<Notice, Notice.Event> born, Instant now, String messageId) {
        if (kept.containsKey(born.next().id())) {
            return false;
        }
        keep(born, 1);
        return true;
    }

    @Override
    public synchronized Optional<Kept> find(String id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public synchronized boolean save(long version, Change<Notice, Notice.Event> change, Instant now) {
        var present = kept.get(change.next().id());
        if (present == null || present.version() != version) {
            return false;
        }
        keep(change, version + 1);
        return true;
    }

    private void keep(Change<Notice, Notice.Event> change, long version) {
        var notice = change.next();
        kept.put(notice.id(), new Kept(notice, version));
        told.addAll(change.events());
        boolean news =
                feed.stream().noneMatch(e -> e.notice().equals(notice.id()) && e.revision() == notice.revision());
        if (news) {
            feed.add(new Entry(feed.size() + 1L, Inbox.placesOf(notice), notice.id(), notice.revision()));
        }
        listeners.forEach(Runnable::run);
    }

    @Override
    public synchronized List<Kept> waitingFor(Fulfilment act) {
        return kept.values().stream()
                .filter(k -> k.notice().course().acted() == null && act.covers(k.notice()))
                .toList();
    }

    @Override
    public synchronized Page<Kept> list(Listing listing, PageRequest page) {
        var found = kept.values().stream()
                .filter(k -> isIn(k.notice(), listing.places()))
                .filter(k -> listing.about() == null || k.notice().about().id().equals(listing.about()))
                .filter(k -> switch (listing.shown()) {
                    case WAITING -> k.notice().acknowledged() == null;
                    case ACKNOWLEDGED -> k.notice().acknowledged() != null;
                    case ALL -> true;
                })
                .filter(k -> page.position().isEmpty()
                        || key(listing, k).compareTo(page.position().getLast()) < 0)
                .sorted(Comparator.comparing((Kept k) -> key(listing, k)).reversed())
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(found, page, k -> Cursor.of(LIST, listing.shown().name(), key(listing, k)));
    }

    private static boolean isIn(Notice notice, Set<String> places) {
        return Inbox.placesOf(notice).stream().anyMatch(places::contains);
    }

    @Override
    public synchronized Page<Kept> sent(SentBy by, PageRequest page) {
        var found = kept.values().stream()
                .filter(k -> isSentBy(k.notice().dispatch().sender(), by))
                .filter(k -> page.position().isEmpty()
                        || newest(k).compareTo(page.position().getLast()) < 0)
                .sorted(Comparator.comparing(InMemoryNotices::newest).reversed())
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(found, page, k -> Cursor.of(SENT, by.agency(), newest(k)));
    }

    private static boolean isSentBy(@Nullable Sender sender, SentBy by) {
        return sender != null
                && sender.agency().equals(by.agency())
                && (by.person() == null || by.person().equals(sender.person()));
    }

    @Override
    public synchronized List<Kept> following(String id) {
        return kept.values().stream()
                .filter(k -> id.equals(k.notice().dispatch().follows()))
                .sorted(Comparator.comparing(k -> k.notice().requestedAt()))
                .toList();
    }

    @Override
    public synchronized long countWaiting(Inbox inbox) {
        return kept.values().stream()
                .filter(k -> k.notice().acknowledged() == null && isIn(k.notice(), inbox.addresses()))
                .count();
    }

    private static String newest(Kept kept) {
        return kept.notice().requestedAt().toEpochMilli() + "-" + kept.notice().id();
    }

    private static String key(Listing listing, Kept kept) {
        var newest = newest(kept);
        return listing.shown() == Shown.WAITING ? kept.notice().urgency().rank() + newest : newest;
    }

    @Override
    public synchronized long latest() {
        return feed.size();
    }

    @Override
    public synchronized Stretch after(long position, Inbox inbox) {
        var items = feed.stream()
                .filter(e -> e.position() > position && e.addresses().stream().anyMatch(inbox.addresses()::contains))
                .toList();
        return new Stretch(
                items.stream()
                        .filter(e -> present(e.notice()).notice().revision() == e.revision())
                        .map(e -> new Item(e.position(), present(e.notice())))
                        .toList(),
                items.isEmpty() ? position : items.getLast().position(),
                true);
    }

    private Kept present(String id) {
        return Optional.ofNullable(kept.get(id)).orElseThrow();
    }

    @Override
    public synchronized List<Stir> stirsAfter(long position) {
        return feed.stream()
                .filter(e -> e.position() > position)
                .map(e -> new Stir(e.position(), e.addresses()))
                .toList();
    }

    @Override
    public synchronized void onAppended(Runnable listener) {
        listeners.add(listener);
    }
}
