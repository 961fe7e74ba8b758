package uk.kinbridge.escalation.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The patterns in many cases: between which agencies, how high, how long, under which clause.
 *
 * @param reached how many reached each level as their highest
 * @param medianHoursOnLevel how long they stay on each level
 * @param silences how often each agency let a level end without a word
 */
public record Summary(
        int raised,
        int open,
        int urgent,
        List<Between> between,
        Map<Integer, Long> reached,
        Map<String, Long> clauses,
        Map<String, Long> silences,
        int vacantPosts,
        int undertakingsOverdue,
        Map<Integer, Long> medianHoursOnLevel,
        long medianDaysOpen) {

    /** Disagreements of one agency with another. */
    public record Between(String raising, String answering, long raised, int highestLevel, long medianDaysOpen) {}

    public static Summary of(List<CasePattern> cases) {
        return new Summary(
                cases.size(),
                (int) cases.stream().filter(c -> c.resolvedOn() == null).count(),
                (int) cases.stream().filter(CasePattern::urgent).count(),
                between(cases),
                counted(cases, c -> List.of(c.level())),
                counted(cases, CasePattern::clauses),
                counted(cases, CasePattern::silentAgencies),
                cases.stream().mapToInt(CasePattern::vacantPosts).sum(),
                cases.stream().mapToInt(CasePattern::undertakingsOverdue).sum(),
                onLevels(cases),
                median(cases));
    }

    private static List<Between> between(List<CasePattern> cases) {
        var pairs = cases.stream().collect(Collectors.groupingBy(c -> List.of(c.raising(), c.answering())));
        return pairs.entrySet().stream()
                .map(pair -> new Between(
                        pair.getKey().getFirst(),
                        pair.getKey().getLast(),
                        pair.getValue().size(),
                        pair.getValue().stream()
                                .mapToInt(CasePattern::level)
                                .max()
                                .orElse(0),
                        median(pair.getValue())))
                .sorted(Comparator.comparingLong(Between::raised)
                        .reversed()
                        .thenComparing(Between::raising)
                        .thenComparing(Between::answering))
                .toList();
    }

    private static <K extends Comparable<K>> Map<K, Long> counted(
            List<CasePattern> cases, Function<CasePattern, List<K>> keys) {
        return cases.stream()
                .flatMap(c -> keys.apply(c).stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    private static Map<Integer, Long> onLevels(List<CasePattern> cases) {
        var hours = new TreeMap<Integer, List<Long>>();
        cases.forEach(c -> c.hoursOnLevel()
                .forEach((level, spent) ->
                        hours.computeIfAbsent(level, _ -> new ArrayList<>()).add(spent)));
        return hours.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> middle(e.getValue()), (a, _) -> a, TreeMap::new));
    }

    private static long median(List<CasePattern> cases) {
        return middle(cases.stream().map(CasePattern::daysOpen).toList());
    }

    private static long middle(List<Long> figures) {
        var sorted = figures.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }
}
