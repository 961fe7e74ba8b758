package uk.kinbridge.acceptance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the named benchmarks, or all of them that do no harm, and prints a table; {@code KINBRIDGE_BENCH_FILE} gets it as JSON. */
public final class Bench {

    private Bench() {}

    /** Every benchmark, in the order in which they run. */
    static List<Benchmark> benchmarks(Map<String, String> environment) {
        return List.of(
                new ContactsNow(environment.getOrDefault("KINBRIDGE_GATEWAY_URL", "http://localhost:8080")),
                new Worklists(SuiteUnderLoad.of(environment)),
                new Submissions(SuiteUnderLoad.of(environment)),
                new ClocksDue(SuiteUnderLoad.of(environment)),
                new SectionSaves(SuiteUnderLoad.of(environment)),
                new TeamLists(SuiteUnderLoad.of(environment)),
                new DeadlinesASecond(),
                new PacksProved(),
                new NoticesUnderLoad(environment, false),
                new NoticesUnderLoad(environment, true));
    }

    /** Exit status 0 when everything could be measured, whether or not it is as fast as we want it. */
    public static void main(String[] names) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(benchmarks(System.getenv()), List.of(names), System.getenv(), out));
    }

    static int run(List<Benchmark> benchmarks, List<String> names, Map<String, String> environment, PrintStream out) {
        List<Benchmark> chosen = benchmarks.stream()
                .filter(benchmark -> names.isEmpty() ? !benchmark.onlyWhenNamed() : names.contains(benchmark.name()))
                .toList();
        if (chosen.size() < names.size() || chosen.isEmpty()) {
            out.println("Benchmarks:");
            benchmarks.forEach(known -> out.println("  %-18s %s".formatted(known.name(), known.title())));
            return 2;
        }
        List<Measurement> measurements = new ArrayList<>();
        List<String> notMeasured = new ArrayList<>();
        for (Benchmark benchmark : chosen) {
            out.println(benchmark.title());
            try {
                measurements.addAll(benchmark.run(progress -> out.println("  " + progress)));
            } catch (NotMeasurable reason) {
                notMeasured.add(benchmark.name() + " NOT MEASURED: " + reason.getMessage());
                out.println("  " + notMeasured.getLast());
            }
        }
        List<String> on =
                environment.getOrDefault("KINBRIDGE_BENCH_ON", "").lines().toList();
        out.println();
        on.forEach(out::println);
        out.println();
        out.println("  load after: " + SuiteUnderLoad.loadAverages());
        Table.of(measurements).forEach(out::println);
        keep(Report.of(on, measurements), environment, out);
        notMeasured.forEach(out::println);
        return notMeasured.isEmpty() ? 0 : 1;
    }

    private static void keep(Report report, Map<String, String> environment, PrintStream out) {
        String file = environment.get("KINBRIDGE_BENCH_FILE");
        if (file == null) {
            return;
        }
        try {
            Files.writeString(Path.of(file), report.json() + "\n");
            out.println("\nAlso in " + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
