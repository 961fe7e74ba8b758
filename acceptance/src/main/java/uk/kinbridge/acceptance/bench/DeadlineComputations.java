package uk.kinbridge.acceptance.bench;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import uk.kinbridge.protocols.time.Deadline;
import uk.kinbridge.protocols.time.Deadlines;
import uk.kinbridge.protocols.time.Jurisdiction;
import uk.kinbridge.protocols.time.Within;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** What JMH runs in a process of its own: each kind of time allowed in turn, from starts through two years. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DeadlineComputations {

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

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final int STARTS = 17_520;
    /** A little over an hour, so that the starts fall on every minute of the day. */
    private static final long STEP_SECONDS = 3_613;

    private final WorkingCalendar calendar = WorkingCalendar.office(Jurisdiction.ENGLAND_AND_WALES);
    private int turn;

    @org.openjdk.jmh.annotations.Benchmark
    public Deadline mixed() {
        Instant start = start();
        return Deadlines.compute(MIXED.get(turn % MIXED.size()), start, calendar);
    }

    /** The least that any deadline costs: five calendar days later in London, by java.time alone. */
    @org.openjdk.jmh.annotations.Benchmark
    public Instant javaTimeAlone() {
        return start().atZone(WorkingCalendar.LONDON).plusDays(5).toInstant();
    }

    private Instant start() {
        turn = (turn + 1) % STARTS;
        return FIRST.plusSeconds(turn * STEP_SECONDS);
    }
}
