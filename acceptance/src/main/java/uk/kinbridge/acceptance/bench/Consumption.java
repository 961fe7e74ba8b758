package uk.kinbridge.acceptance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What named processes, with all that they have started, have used: processor time since their start, and memory now.
 * Read from {@code /proc}, where a process keeps the time of its ended children.
 */
record Consumption(Map<String, List<Long>> processes) {

    private static final int UTIME = 11;
    private static final int TIMES = 4;
    private static final double TICKS_A_SECOND = 100;
    private static final double KB_A_MB = 1024;

    /** {@code gateway=4711,mongodb=12,mongodb=13} */
    static Consumption of(String named) {
        Map<String, List<Long>> processes = new LinkedHashMap<>();
        for (String one : named.split(",", -1)) {
            int at = one.indexOf('=');
            if (at > 0) {
                processes
                        .computeIfAbsent(one.substring(0, at), _ -> new ArrayList<>())
                        .add(Long.valueOf(one.substring(at + 1)));
            }
        }
        if (processes.isEmpty() || !Files.isReadable(Path.of("/proc/self/stat"))) {
            throw new NotMeasurable(
                    "it is not known which processes to look at. Run it as ./kinbridge bench, on Linux.");
        }
        return new Consumption(processes);
    }

    /** Processor seconds of all of them together, in user and system mode. */
    double cpuSeconds() {
        return cpuSecondsByName().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /** Processor seconds by name, in user and system mode. */
    Map<String, Double> cpuSecondsByName() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        processes.forEach((name, pids) -> seconds.put(
                name,
                pids.stream()
                        .flatMap(Consumption::withDescendants)
                        .mapToDouble(Consumption::cpuSeconds)
                        .sum()));
        return seconds;
    }

    /** Resident memory by name, in megabytes; what PostgreSQL's processes share is counted for each. */
    Map<String, Double> megabytes() {
        Map<String, Double> memory = new LinkedHashMap<>();
        processes.forEach((name, pids) -> memory.put(
                name,
                pids.stream()
                        .flatMap(Consumption::withDescendants)
                        .mapToDouble(Consumption::megabytes)
                        .sum()));
        return memory;
    }

    private static Stream<Long> withDescendants(long pid) {
        return Stream.concat(
                Stream.of(pid),
                ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::descendants)
                        .map(ProcessHandle::pid));
    }

    private static double cpuSeconds(long pid) {
        String stat = read(pid, "stat");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        if (fields.length < UTIME + TIMES) {
            return 0;
        }
        double ticks = 0;
        for (int i = UTIME; i < UTIME + TIMES; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks / TICKS_A_SECOND;
    }

    private static double megabytes(long pid) {
        return read(pid, "status")
                        .lines()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                        .sum()
                / KB_A_MB;
    }

    /** Something that no counter shows when the process has ended meanwhile. */
    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), file));
        } catch (IOException ended) {
            return ") ";
        }
    }
}
