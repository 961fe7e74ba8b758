package uk.kinbridge.acceptance.bench;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * A constant rate that nobody's slowness changes: what could not be sent in time is sent late, and its wait counts from
 * the moment when it was due.
 */
record Timetable(double aSecond, Duration time) {

    /** So many people act at once; whatever is due beyond that is late. */
    private static final int PEOPLE = 64;

    /** What is due. */
    @FunctionalInterface
    interface Act {
        /** @param due when it was, in the time of {@link System#nanoTime()} */
        void at(long due);
    }

    /**
     * What came of it.
     *
     * @param seconds that it took
     * @param unsent those that were not even sent when twice the time had passed
     */
    record Kept(double seconds, long unsent) {}

    Kept keep(Act act) {
        return keep(act, () -> false);
    }

    /** @param longer whether to go on at the same rate when all that was planned has been done */
    Kept keep(Act act, BooleanSupplier longer) {
        var next = new AtomicInteger();
        long step = Math.round(1e9 / aSecond);
        int all = (int) (time.toNanos() / step);
        long began = System.nanoTime();
        long end = began + 2 * time.toNanos();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = IntStream.range(0, PEOPLE)
                    .<Future<?>>mapToObj(_ -> people.submit(() -> {
                        for (int i = next.getAndIncrement();
                                i < all || longer.getAsBoolean();
                                i = next.getAndIncrement()) {
                            long due = began + i * step;
                            parkUntil(due);
                            if (i < all && System.nanoTime() > end) {
                                next.decrementAndGet();
                                return;
                            }
                            act.at(due);
                        }
                    }))
                    .toList();
            working.forEach(Timetable::await);
        }
        return new Kept((System.nanoTime() - began) / 1e9, Math.max(0, all - next.get()));
    }

    static void parkUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Waits for the end of a task; why nothing can be measured is told as the task told it. */
    static void await(Future<?> task) {
        try {
            task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof NotMeasurable reason ? reason : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotMeasurable("interrupted");
        }
    }
}
