package uk.kinbridge.acceptance.bench;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import uk.kinbridge.acceptance.bench.Measurement.Aim;
import uk.kinbridge.acceptance.bench.Measurement.Limit;

/** How many deadlines one core works out in a second, by JMH. */
final class DeadlinesASecond implements Benchmark {

    private static final Aim WANTED = new Aim.AtLeast(500_000);
    private static final int WARM_UPS = 4;
    private static final int ITERATIONS = 6;
    private static final TimeValue EACH = TimeValue.seconds(1);

    @Override
    public String name() {
        return "deadlines";
    }

    @Override
    public String title() {
        return "Deadlines over mixed working-time rules, on one core (JMH)";
    }

    @Override
    public List<Measurement> run(Consumer<String> progress) {
        progress.accept("two methods, %d s each, in a process of their own".formatted(WARM_UPS + ITERATIONS));
        var options = new OptionsBuilder()
                .include("\\Q" + DeadlineComputations.class.getName() + "\\E")
                .forks(1)
                .threads(1)
                .warmupIterations(WARM_UPS)
                .warmupTime(EACH)
                .measurementIterations(ITERATIONS)
                .measurementTime(EACH)
                .verbosity(VerboseMode.SILENT)
                .build();
        try {
            Collection<RunResult> results = new Runner(options).run();
            return List.of(new Measurement(
                    "deadlines",
                    score(results, "mixed"),
                    "a second",
                    new Limit("five calendar days later, by java.time alone", score(results, "javaTimeAlone")),
                    WANTED));
        } catch (RunnerException e) {
            throw new NotMeasurable("JMH: " + e.getMessage());
        }
    }

    private static double score(Collection<RunResult> results, String method) {
        return results.stream()
                .map(RunResult::getPrimaryResult)
                .filter(result -> result.getLabel().equals(method))
                .findFirst()
                .orElseThrow(() -> new NotMeasurable("JMH gave no result for " + method))
                .getScore();
    }
}
