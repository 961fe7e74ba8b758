package uk.kinbridge.referral.family;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.kinbridge.platform.security.Caller;

/**
 * The records that are one family by now, over any number of merges: the one that is kept, and those that have become
 * part of it. A member who was on several of them has several ids; what was kept under any of them is theirs.
 *
 * <p>It reads outlines alone: a record that never was part of a merge costs one look.
 */
public final class OneFamily {

    private final Family kept;
    private final Map<String, Family> absorbed;
    private final List<Family> parted;
    private final Map<String, String> keptIds;
    private final Map<String, Map<String, String>> localIds;
    private final Map<String, String> homes;

    private OneFamily(Walk walk, List<Family> parted) {
        this.kept = walk.kept;
        this.absorbed = walk.absorbed;
        this.parted = parted;
        this.keptIds = walk.keptIds;
        this.localIds = walk.localIds;
        this.homes = walk.homes;
    }

    /** The family behind that record, whichever of its records it is; empty when there is no such record. */
    public static Optional<OneFamily> behind(Families families, String recordId) {
        return families.outline(recordId).map(asked -> {
            var walk = new Walk(families, top(families, asked));
            return new OneFamily(walk, walk.parted(families));
        });
    }

    /** A record that became part of another, and that of a third: the last one is kept. */
    private static Family top(Families families, Family asked) {
        var seen = new HashSet<String>(Set.of(asked.id()));
        var top = asked;
        while (top.mergedInto() != null && seen.add(top.mergedInto())) {
            var into = families.outline(top.mergedInto());
            if (into.isEmpty()) {
                return top;
            }
            top = into.get();
        }
        return top;
    }

    /** An outline of the record that is kept. */
    public Family kept() {
        return kept;
    }

    /** The id of the record that is kept. */
    public String id() {
        return kept.id();
    }

    /** Under which its cases, consents and concerns may be kept: the kept record's id first. */
    public List<String> ids() {
        return Stream.concat(Stream.of(kept.id()), absorbed.keySet().stream()).toList();
    }

    /** That member as the kept record names them. */
    public String member(String memberId) {
        return keptIds.getOrDefault(memberId, memberId);
    }

    /** That member as one of its records names them. */
    public String memberOn(String recordId, String memberId) {
        var onKept = member(memberId);
        return localIds.getOrDefault(recordId, Map.of()).getOrDefault(onKept, onKept);
    }

    /** Every id under which that member is known. */
    public Set<String> namesOf(String memberId) {
        var onKept = member(memberId);
        return Stream.concat(
                        Stream.of(onKept),
                        keptIds.entrySet().stream()
                                .filter(e -> e.getValue().equals(onKept))
                                .map(Map.Entry::getKey))
                .collect(Collectors.toSet());
    }

    /**
     * The record from which that member came: what is said about them is kept there, so that it stays with them when the
     * records go apart. Who is on the kept record of old belongs to it.
     */
    public String homeOf(String memberId) {
        return homes.getOrDefault(member(memberId), kept.id());
    }

    /**
     * Whether somebody of the family is protected from that caller: on the kept record, or on one that was part of it
     * for a while. Cases of that time are still about the same people.
     */
    public boolean hidesFrom(Caller caller) {
        return Stream.concat(Stream.of(kept), parted.stream()).anyMatch(record -> Shielding.isFrom(record, caller));
    }

    /** Protections in force that bear on cases of this family, also those that have left with another record. */
    public List<Protection> protections() {
        return Stream.concat(Stream.of(kept), parted.stream())
                .flatMap(record -> record.protections().stream())
                .filter(Protection::isInForce)
                .toList();
    }

    /**
     * One of its records as it stands, with all protections of the family on it: what must not be known of somebody on
     * the kept record must not be read in the record that became part of it either.
     */
    public Family guarded(Family record) {
        if (record.id().equals(kept.id())) {
            return record;
        }
        var known = record.protections().stream().map(Protection::id).collect(Collectors.toSet());
        var more = new ArrayList<>(record.protections());
        kept.protections().stream()
                .filter(p -> p.isInForce() || known.contains(p.id()))
                .map(p -> p.renamed(member -> memberOn(record.id(), member)))
                .forEach(p -> {
                    more.removeIf(own -> own.id().equals(p.id()));
                    more.add(p);
                });
        return record.withProtections(more);
    }

    /**
     * Follows the standing merges from the kept record down, each record once. One that does not say so too is not, or
     * no longer, part of it: the second step of a merge, or of its undoing, is under way.
     */
    private static final class Walk {

        private final Family kept;
        private final Map<String, Family> absorbed = new LinkedHashMap<>();
        private final Map<String, String> keptIds = new HashMap<>();
        private final Map<String, Map<String, String>> localIds = new HashMap<>();
        private final Map<String, String> homes = new HashMap<>();

        Walk(Families families, Family kept) {
            this.kept = kept;
            var waiting = new ArrayDeque<Family>(List.of(kept));
            while (!waiting.isEmpty()) {
                var record = waiting.remove();
                record.merges().stream().filter(Merge::stands).forEach(merge -> {
                    if (!merge.otherId().equals(kept.id()) && !absorbed.containsKey(merge.otherId())) {
                        families.outline(merge.otherId())
                                .filter(other -> record.id().equals(other.mergedInto()))
                                .ifPresent(other -> {
                                    take(record.id(), merge, other);
                                    waiting.add(other);
                                });
                    }
                });
            }
        }

        private void take(String into, Merge merge, Family other) {
            absorbed.put(other.id(), other);
            var local = new HashMap<>(localIds.getOrDefault(into, Map.of()));
            for (var pair : merge.same()) {
                var onKept = keptIds.getOrDefault(pair.kept(), pair.kept());
                keptIds.put(pair.other(), onKept);
                local.put(onKept, pair.other());
            }
            localIds.put(other.id(), local);
            merge.members().stream()
                    .filter(member -> !keptIds.containsKey(member))
                    .forEach(member -> homes.put(member, other.id()));
        }

        /** Records that were part of it once and stand for themselves again, or for another one. */
        List<Family> parted(Families families) {
            return Stream.concat(Stream.of(kept), absorbed.values().stream())
                    .flatMap(record -> record.merges().stream())
                    .filter(merge -> !merge.stands())
                    .map(Merge::otherId)
                    .distinct()
                    .filter(id -> !id.equals(kept.id()) && !absorbed.containsKey(id))
                    .flatMap(id -> families.outline(id).stream())
                    .map(record -> top(families, record))
                    .filter(record -> !record.id().equals(kept.id()))
                    .toList();
        }
    }
}
