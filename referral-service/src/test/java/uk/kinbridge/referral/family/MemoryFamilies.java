package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Families in memory; passes the same contract as those in the database. */
public final class MemoryFamilies implements Families {

    private final Map<String, Held> held = new LinkedHashMap<>();
    private final List<FamilyEvent> told = new ArrayList<>();

    public List<Family> all() {
        return held.values().stream().map(Held::family).toList();
    }

    @Override
    public Held add(Family family, Instant now) {
        held.put(family.id(), new Held(family, 1));
        return held.get(family.id());
    }

    @Override
    public Optional<Held> find(String id) {
        return Optional.ofNullable(held.get(id));
    }

    @Override
    public boolean save(long version, Family next, Instant now) {
        var before = held.get(next.id());
        if (before == null || before.version() != version) {
            return false;
        }
        held.put(next.id(), new Held(next, version + 1));
        return true;
    }

    @Override
    public boolean save(long version, Family next, List<? extends FamilyEvent> news, Instant now) {
        boolean saved = save(version, next, now);
        if (saved) {
            told.addAll(news);
        }
        return saved;
    }

    /** What others have heard. */
    public List<FamilyEvent> told() {
        return List.copyOf(told);
    }

    @Override
    public List<Family> sharing(Collection<String> keys, int limit) {
        return all().stream()
                .filter(f -> f.mergedInto() == null)
                .filter(f -> !Collections.disjoint(MatchKeys.all(f, FamilyMother.SOUNDS), keys))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Held> search(Search search) {
        var wanted = search.terms().stream()
                .map(term -> SearchTerms.of(search.agency(), term))
                .toList();
        return new TreeSet<>(held.keySet())
                .stream()
                        .map(held::get)
                        .filter(h -> h.family().mergedInto() == null)
                        .filter(h ->
                                SearchTerms.of(h.family(), FamilyMother.SOUNDS).containsAll(wanted))
                        .filter(h -> search.after() == null || h.family().id().compareTo(search.after()) > 0)
                        .limit(search.limit())
                        .toList();
    }
}
