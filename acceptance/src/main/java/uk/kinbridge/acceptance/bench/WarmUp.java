package uk.kinbridge.acceptance.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A load until it is warm: compilers go on for minutes under it, and what a cold suite costs says little about a day's
 * work. It is warm when a round costs as much processor time as the cheapest one before.
 */
final class WarmUp {

    private static final int CONNECTIONS = 8;
    private static final Duration ROUND = Duration.ofSeconds(20);
    private static final int ROUNDS = 24;
    private static final double AS_MUCH = 0.97;

    private WarmUp() {}

    /**
     * @param atLeast so many are done in any case: the compiler looks at what has run ten thousand times
     * @throws NotMeasurable when not a single one is accepted
     */
    static void of(
            Doing load,
            long atLeast,
            Consumption processes,
            BesideTheLeast.Settled settled,
            Consumer<String> progress) {
        double cheapest = Double.MAX_VALUE;
        long done = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            var before = processes.cpuSecondsByName();
            var run = load.run(CONNECTIONS, ROUND);
            if (run.done() == 0) {
                throw new NotMeasurable("not a single one is accepted; ./kinbridge logs says why");
            }
            settled.seconds();
            var each = millisEach(before, processes.cpuSecondsByName(), run.done());
            double sum = each.values().stream().mapToDouble(Double::doubleValue).sum();
            progress.accept("warming up, round %d of at most %d: %.0f a second, %.1f CPU ms each %s; load %s"
                    .formatted(round, ROUNDS, run.aSecond(), sum, inWords(each), SuiteUnderLoad.loadAverages()));
            done += run.done();
            if (done >= atLeast && sum > AS_MUCH * cheapest) {
                return;
            }
            cheapest = Math.min(cheapest, sum);
        }
    }

    private static Map<String, Double> millisEach(Map<String, Double> before, Map<String, Double> after, long done) {
        var each = new LinkedHashMap<String, Double>();
        after.forEach((name, seconds) -> each.put(name, 1000 * (seconds - before.getOrDefault(name, seconds)) / done));
        return each;
    }

    private static String inWords(Map<String, Double> each) {
        return each.entrySet().stream()
                .map(one -> "%s %.1f".formatted(one.getKey(), one.getValue()))
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
