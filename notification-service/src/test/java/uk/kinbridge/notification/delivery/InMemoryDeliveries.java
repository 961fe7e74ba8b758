package uk.kinbridge.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.page.PageRequest;

/** Deliveries in memory; a test can let a save fail as a dying process would. */
final class InMemoryDeliveries implements Deliveries {

    private record Row(Kept kept, Instant due) {}

    private final Map<String, Row> rows = new TreeMap<>();
    private boolean dying;

    /** From now on nothing that is saved gets there. */
    void die() {
        dying = true;
    }

    /** Another process takes over. */
    void revive() {
        dying = false;
    }

    static final class DiedException extends RuntimeException {
        DiedException() {
            super("died");
        }
    }

    @Override
    public boolean addOnce(Delivery planned, Instant now) {
        return rows.putIfAbsent(planned.id(), row(planned, 1)) == null;
    }

    @Override
    public Optional<Kept> find(String id) {
        return Optional.ofNullable(rows.get(id)).map(Row::kept);
    }

    @Override
    public boolean save(long version, Delivery next, Instant now) {
        if (dying) {
            throw new DiedException();
        }
        var present = rows.get(next.id());
        if (present == null || present.kept().version() != version) {
            return false;
        }
        rows.put(next.id(), row(next, version + 1));
        return true;
    }

    @Override
    public Optional<Kept> claimDue(Channel channel, Instant now, Duration lease) {
        var due = rows.values().stream()
                .filter(row -> row.kept().delivery().channel() == channel)
                .filter(row ->
                        row.kept().delivery().dueAt() != null && !row.due().isAfter(now))
                .min(Comparator.comparing(Row::due));
        due.ifPresent(row -> rows.put(row.kept().delivery().id(), new Row(row.kept(), now.plus(lease))));
        return due.map(Row::kept);
    }

    @Override
    public List<Kept> about(String notice) {
        return rows.values().stream()
                .map(Row::kept)
                .filter(kept -> kept.delivery().tidings().stream()
                        .anyMatch(tidings -> tidings.notice().equals(notice)))
                .toList();
    }

    @Override
    public Page<Kept> list(Listing listing, PageRequest page) {
        return Page.last(rows.values().stream().map(Row::kept).toList());
    }

    @Override
    public Map<Channel, Backlog> backlog(Instant now) {
        return Map.of();
    }

    private static Row row(Delivery delivery, long version) {
        var due = delivery.dueAt();
        return new Row(new Kept(delivery, version), due == null ? Instant.MAX : due);
    }
}
