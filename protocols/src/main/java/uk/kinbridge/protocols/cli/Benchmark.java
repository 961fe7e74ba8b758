package uk.kinbridge.protocols.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import uk.kinbridge.protocols.time.Deadline;
import uk.kinbridge.protocols.time.Deadlines;
import uk.kinbridge.protocols.time.Jurisdiction;
import uk.kinbridge.protocols.time.Within;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** Measures and prints, beside the aims; it never judges. */
final class Benchmark {

    private static final int ROUNDS = 5;
    private static final int COMPUTATIONS = 400_000;

    private static final List<Within> MIXED = List.of(
            Within.elapsedHours(24),
            Within.workingDays(1),
            Within.workingDays(5),
            Within.workingHours(4),
            Within.parse("same working day"),
            Within.workingDays(15),
            Within.parse("10 calendar days"),
            Within.parse("3 calendar months"),
            Within.workingDays(45));

    private Benchmark() {}

    static int run(PrintStream out) {
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            best = Math.max(best, deadlinesASecond());
        }
        out.printf("deadlines            %,12.0f a second on one core  (aim 500,000)%n", best);
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        out.printf(
                "linting all packs    %,12d ms  (aim 2,000)%n", millis(() -> Proving.lint(PackSet.shipped(), nowhere)));
        out.printf(
                "model-checking all   %,12d ms  (aim 20,000)%n",
                millis(() -> Proving.modelCheck(PackSet.shipped(), nowhere)));
        return 0;
    }

    /** Each kind of limit in turn, from starts that run through two years at odd steps. */
    private static double deadlinesASecond() {
        WorkingCalendar calendar = WorkingCalendar.office(Jurisdiction.ENGLAND_AND_WALES);
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        long sum = 0;
        long began = System.nanoTime();
        for (int i = 0; i < COMPUTATIONS; i++) {
            Instant at = start.plusSeconds(i % 17_520 * 3_613L);
            Deadline deadline = Deadlines.compute(MIXED.get(i % MIXED.size()), at, calendar);
            sum += deadline.due().getEpochSecond();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        if (sum == 0) {
            throw new IllegalStateException("the work was optimised away");
        }
        return COMPUTATIONS / seconds;
    }

    private static long millis(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }
}
