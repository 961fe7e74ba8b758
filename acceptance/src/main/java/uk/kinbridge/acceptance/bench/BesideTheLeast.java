package uk.kinbridge.acceptance.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.acceptance.bench.Measurement.Aim;
import uk.kinbridge.acceptance.bench.Measurement.Limit;

/**
 * Something that the suite does, in turns with the least that could do it: a bare endpoint behind which one operation of
 * the driver waits, see {@link BareEndpoint}.
 *
 * @param limit what the bare endpoint does, in words
 * @param processes those of the suite and its servers
 * @param settled waits until nothing is left to do, and answers how many seconds that took
 */
record BesideTheLeast(
        String limit,
        Doing ours,
        Doing least,
        Consumption processes,
        BareProcess bare,
        Settled settled,
        Consumer<String> progress) {

    private static final Duration ROUND = Duration.ofSeconds(6);
    private static final Duration BARE_ROUND = Duration.ofSeconds(3);
    private static final int ROUNDS = 2;

    /** What follows from a load, waited for. */
    @FunctionalInterface
    interface Settled {
        /** Nothing follows that anybody waits for: then there is no figure of it. */
        Settled NOTHING = () -> 0;

        double seconds();
    }

    /**
     * What is aimed at.
     *
     * @param ratio of the rate to the bare endpoint's; null where nothing is asked
     * @param cpuMillis for each; null where nothing is asked
     */
    record Aims(@Nullable Double ratio, @Nullable Double cpuMillis) {

        static final Aims NONE = new Aims(null, null);
    }

    /** Both with so many connections, round after round; the figures of the rounds together. */
    List<Measurement> with(int connections, String what, Aims aims) {
        var alone = Consumption.of("bare=" + bare.pid());
        List<Run> runs = new ArrayList<>();
        List<Run> bares = new ArrayList<>();
        double cpu = 0;
        double bareCpu = 0;
        double longest = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            double before = processes.cpuSeconds();
            runs.add(ours.run(connections, ROUND));
            double seconds = settled.seconds();
            longest = Math.max(longest, seconds);
            cpu += processes.cpuSeconds() - before;
            double bareBefore = processes.cpuSeconds() + alone.cpuSeconds();
            bares.add(least.run(connections, BARE_ROUND));
            bareCpu += processes.cpuSeconds() + alone.cpuSeconds() - bareBefore;
            progress.accept("%d connections, round %d of %d: %.0f a second, all done %.1f s later, bare %.0f; load %s"
                    .formatted(
                            connections,
                            round,
                            ROUNDS,
                            runs.getLast().aSecond(),
                            seconds,
                            bares.getLast().aSecond(),
                            SuiteUnderLoad.loadAverages()));
        }
        var named = what + ", " + connections + " connections";
        var measurements = new ArrayList<>(waits(named, runs, bares, aims));
        measurements.add(cost(named, cpu, done(runs), bareCpu, done(bares), aims));
        long errors = runs.stream().mapToLong(Run::errors).sum();
        measurements.add(new Measurement(
                named + " errors",
                errors,
                "of all",
                new Limit("all that were sent", done(runs) + errors),
                new Aim.AtMost(0)));
        if (!settled.equals(Settled.NOTHING)) {
            measurements.add(new Measurement(
                    named + " all done after",
                    longest,
                    "s",
                    new Limit("the seconds of load before it", ROUND.toSeconds()),
                    new Aim.AtMost(2)));
        }
        return measurements;
    }

    private List<Measurement> waits(String named, List<Run> runs, List<Run> bares, Aims aims) {
        var measurements = new ArrayList<Measurement>();
        measurements.add(new Measurement(
                named,
                median(runs),
                "/s",
                new Limit(limit, median(bares)),
                aims.ratio() == null ? null : new Aim.RatioAtLeast(aims.ratio())));
        for (double percentile : List.of(50.0, 95.0, 99.0)) {
            measurements.add(new Measurement(
                    named + " p%.0f".formatted(percentile),
                    runs.getLast().millisAt(percentile),
                    "ms",
                    new Limit("the same", bares.getLast().millisAt(percentile)),
                    null));
        }
        return measurements;
    }

    private static Measurement cost(String named, double cpu, long done, double bareCpu, long bareDone, Aims aims) {
        return new Measurement(
                named + " CPU each",
                1000 * cpu / Math.max(1, done),
                "ms",
                new Limit("the same, over all processes", 1000 * bareCpu / Math.max(1, bareDone)),
                aims.cpuMillis() == null ? null : new Aim.AtMost(aims.cpuMillis()));
    }

    private static long done(List<Run> runs) {
        return runs.stream().mapToLong(Run::done).sum();
    }

    private static double median(List<Run> runs) {
        return Figures.median(runs.stream().map(Run::aSecond).toList());
    }
}
