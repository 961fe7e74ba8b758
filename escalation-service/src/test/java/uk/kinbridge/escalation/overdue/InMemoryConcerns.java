package uk.kinbridge.escalation.overdue;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;

/** Concerns without a database; passes the same contract as those in MongoDB. */
final class InMemoryConcerns implements OverdueConcerns {

    private final Map<String, Held> held = new LinkedHashMap<>();

    @Override
    public boolean addOnce(Change<Concern, ConcernEvent> change, Instant now, String messageId) {
        return held.putIfAbsent(change.next().id(), new Held(change.next(), 1)) == null;
    }

    @Override
    public Optional<Held> find(String id) {
        return Optional.ofNullable(held.get(id));
    }

    @Override
    public boolean save(long version, Change<Concern, ConcernEvent> change, Instant now) {
        var before = held.get(change.next().id());
        if (before == null || before.version() != version) {
            return false;
        }
        held.put(change.next().id(), new Held(change.next(), version + 1));
        return true;
    }

    @Override
    public List<Held> list(String agency, boolean onlyOpen, @Nullable Position after, int limit) {
        var order = Comparator.comparing((Held h) -> h.concern().overdue().dueAt())
                .thenComparing(h -> h.concern().id());
        return held.values().stream()
                .filter(h -> h.concern().parties().contains(agency))
                .filter(h -> !onlyOpen || h.concern().isOpen())
                .sorted(order)
                .filter(h -> after == null || isAfter(Position.of(h.concern()), after))
                .limit(limit)
                .toList();
    }

    private static boolean isAfter(Position row, Position last) {
        int byTime = row.dueAt().compareTo(last.dueAt());
        return byTime > 0 || (byTime == 0 && row.id().compareTo(last.id()) > 0);
    }
}
