package uk.kinbridge.assessment.family;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A family with all the records that are of it. What was kept under one of them stays under it, so that a merge can be
 * undone; it is found through each of them.
 *
 * @param record the record that is kept: under it the family is found now
 * @param others those that have become part of it, each with its members whom the kept record has under another id
 */
public record OneFamily(String record, Map<String, Map<String, String>> others) {

    public OneFamily {
        others = Map.copyOf(others);
    }

    /** A family with one record, as nearly all are. */
    public static OneFamily alone(String record) {
        return new OneFamily(record, Map.of());
    }

    public boolean isAlone() {
        return others.isEmpty();
    }

    /** The ids of all its records, the kept one first. */
    public List<String> ids() {
        Set<String> ids = new LinkedHashSet<>(List.of(record));
        ids.addAll(others.keySet());
        return List.copyOf(ids);
    }

    /** From the ids that members have on one of its records to those on the kept one. */
    public UnaryOperator<String> toKept(String from) {
        var same = others.getOrDefault(from, Map.of());
        return member -> same.getOrDefault(member, member);
    }

    /** The way back: what is kept under an earlier record goes on speaking of its members as it did. */
    public UnaryOperator<String> fromKept(String to) {
        var same = others.getOrDefault(to, Map.of());
        return member -> same.entrySet().stream()
                .filter(pair -> pair.getValue().equals(member))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(member);
    }
}
