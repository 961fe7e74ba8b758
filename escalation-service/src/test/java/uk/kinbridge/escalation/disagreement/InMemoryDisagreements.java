package uk.kinbridge.escalation.disagreement;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.kinbridge.platform.aggregate.Change;

/** Disagreements without a database; passes the same contract as those in MongoDB. */
public final class InMemoryDisagreements implements Disagreements {

    private final Map<String, Held> held = new LinkedHashMap<>();
    private final Set<String> handled = new HashSet<>();

    @Override
    public Held add(Change<Disagreement, DisagreementEvent> change, Instant now) {
        held.putIfAbsent(change.next().id(), new Held(change.next(), 1));
        return held.getOrDefault(change.next().id(), new Held(change.next(), 1));
    }

    @Override
    public Optional<Held> find(String id) {
        return Optional.ofNullable(held.get(id));
    }

    @Override
    public Saved save(long version, Change<Disagreement, DisagreementEvent> change, Instant now) {
        var before = held.get(change.next().id());
        if (before == null || before.version() != version) {
            return Saved.STALE;
        }
        held.put(change.next().id(), new Held(change.next(), version + 1));
        return Saved.DONE;
    }

    @Override
    public Saved saveOnce(long version, Change<Disagreement, DisagreementEvent> change, Instant now, String messageId) {
        var key = change.next().id() + messageId;
        if (handled.contains(key)) {
            return Saved.HANDLED_BEFORE;
        }
        var saved = save(version, change, now);
        if (saved == Saved.DONE) {
            handled.add(key);
        }
        return saved;
    }

    @Override
    public List<Held> list(Query query) {
        var after = query.after();
        return held.values().stream()
                .filter(h -> shows(query.of(), h.disagreement()))
                .filter(h -> !query.onlyOpen() || h.disagreement().isOpen())
                .filter(h -> query.subject() == null
                        || query.subject()
                                .equals(h.disagreement().matter().subject().id()))
                .sorted(Comparator.comparing(
                                (Held h) -> Position.of(h.disagreement()).nextDueAt())
                        .thenComparing(h -> h.disagreement().id()))
                .filter(h -> after == null || isAfter(Position.of(h.disagreement()), after))
                .limit(query.limit())
                .toList();
    }

    private static boolean isAfter(Position row, Position last) {
        int byTime = row.nextDueAt().compareTo(last.nextDueAt());
        return byTime > 0 || (byTime == 0 && row.id().compareTo(last.id()) > 0);
    }

    private static boolean shows(Whose whose, Disagreement d) {
        return switch (whose) {
            case Whose.OfAgency(String agency) -> d.sides().agencies().contains(agency);
            case Whose.ToldTo(String agency) -> d.readers().contains(agency);
            case Whose.RaisedBy(String person) ->
                d.sides().raisedBy().person().equals(person)
                        || d.sides().speaker().person().equals(person);
            case Whose.OwedBy(String agency, List<String> roles, String person) ->
                d.owing().stream()
                                .anyMatch(seat -> seat.agency().equals(agency)
                                        && seat.roles().stream().anyMatch(roles::contains))
                        || (d.proposal() != null && d.sides().speaker().person().equals(person))
                        || d.owedUndertakings().stream()
                                .anyMatch(c -> c.owner().agency().equals(agency)
                                        && roles.contains(c.owner().role()));
        };
    }
}
