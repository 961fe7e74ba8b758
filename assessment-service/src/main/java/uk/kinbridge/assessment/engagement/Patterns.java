package uk.kinbridge.assessment.engagement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.kinbridge.protocols.pack.EngagementPattern;
import uk.kinbridge.protocols.time.Lookback;

/** Finds the patterns of a protocol in what was seen of a whole family: across services and members. Pure (FAP-12). */
public final class Patterns {

    private static final String SAW_IT = " saw it ";

    private Patterns() {}

    /** Whether a reason tells what that agency saw. */
    static boolean isOf(String agency, String reason) {
        return reason.startsWith(agency + SAW_IT);
    }

    /** A pattern, and what it was seen in. */
    public record Found(EngagementPattern pattern, List<Seen> evidence) {

        public Found {
            evidence = List.copyOf(evidence);
        }

        /** Why, in words that name no member: which services saw it how often. */
        List<String> reasons() {
            var byAgency = evidence.stream()
                    .collect(Collectors.groupingBy(Seen::agency, java.util.TreeMap::new, Collectors.counting()));
            var members = evidence.stream().map(Seen::member).distinct().count();
            return Stream.concat(
                            Stream.of(pattern.words()),
                            byAgency.entrySet().stream()
                                    .map(e -> "%s%s%d %s"
                                            .formatted(
                                                    e.getKey(),
                                                    SAW_IT,
                                                    e.getValue(),
                                                    e.getValue() == 1 ? "time" : "times")))
                    .map(words -> words)
                    .collect(Collectors.collectingAndThen(Collectors.toList(), reasons -> {
                        reasons.add(members == 1 ? "One member of the family" : members + " members of the family");
                        return List.copyOf(reasons);
                    }));
        }
    }

    /** All patterns that hold at that moment, in the order of the rules. */
    public static List<Found> in(List<Seen> seen, List<EngagementPattern> rules, Instant now) {
        return rules.stream()
                .flatMap(rule -> find(rule, seen, now).stream().map(evidence -> new Found(rule, evidence)))
                .toList();
    }

    private static java.util.Optional<List<Seen>> find(EngagementPattern rule, List<Seen> all, Instant now) {
        var from = Lookback.from(rule.during(), now);
        var recent = all.stream()
                .filter(s -> s.sign() != null && !s.at().isBefore(from) && !s.at().isAfter(now))
                .sorted(Comparator.comparing(Seen::at).thenComparing(Seen::source))
                .toList();
        var evidence = rule.inARow() ? lastRun(rule, recent) : counted(rule, recent);
        return evidence.size() >= rule.atLeast() && isBesides(rule, evidence, recent)
                ? java.util.Optional.of(evidence)
                : java.util.Optional.empty();
    }

    private static List<Seen> counted(EngagementPattern rule, List<Seen> recent) {
        return recent.stream().filter(s -> rule.signs().contains(s.sign())).toList();
    }

    /** What has been seen since anybody of the family last came. */
    private static List<Seen> lastRun(EngagementPattern rule, List<Seen> recent) {
        var run = new ArrayList<Seen>();
        for (var seen : recent) {
            if (rule.signs().contains(seen.sign())) {
                run.add(seen);
            } else if (seen.came()) {
                run.clear();
            }
        }
        return run;
    }

    /** Partial: elsewhere, or another of the family, is attended meanwhile. */
    private static boolean isBesides(EngagementPattern rule, List<Seen> evidence, List<Seen> recent) {
        return rule.besides().isEmpty()
                || recent.stream()
                        .filter(s -> rule.besides().contains(s.sign()))
                        .anyMatch(s -> evidence.stream()
                                .anyMatch(e -> !e.agency().equals(s.agency())
                                        || !e.member().equals(s.member())));
    }
}
