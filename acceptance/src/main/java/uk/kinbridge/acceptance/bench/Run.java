package uk.kinbridge.acceptance.bench;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * What came of one run of something that is done over and over.
 *
 * @param done what was answered as it should be
 * @param errors everything else
 * @param micros waits, from sending to the whole answer; connections wait for their answers before they go on
 */
record Run(long done, long errors, double seconds, Histogram micros) {

    private static final long SLOWEST_MICROS = Duration.ofMinutes(1).toNanos() / 1000;

    /** One go. */
    @FunctionalInterface
    interface Go {
        /**
         * @param connection who goes, counted from 0
         * @param turn how often that one has gone before
         * @return whether it was answered as it should be
         */
        boolean once(int connection, int turn);
    }

    /** As fast as so many connections can. */
    static Run of(int connections, Duration time, Go go) {
        var micros = new ConcurrentHistogram(SLOWEST_MICROS, 3);
        var done = new AtomicLong();
        var errors = new AtomicLong();
        long began = System.nanoTime();
        long end = began + time.toNanos();
        try (ExecutorService goers =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            IntStream.range(0, connections)
                    .forEach(connection -> goers.execute(() -> {
                        for (int turn = 0; System.nanoTime() < end; turn++) {
                            long sent = System.nanoTime();
                            (go.once(connection, turn) ? done : errors).incrementAndGet();
                            micros.recordValue(Math.min((System.nanoTime() - sent) / 1000, SLOWEST_MICROS));
                        }
                    }));
        }
        return new Run(done.get(), errors.get(), (System.nanoTime() - began) / 1e9, micros);
    }

    double aSecond() {
        return done / seconds;
    }

    double millisAt(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1000.0;
    }
}
