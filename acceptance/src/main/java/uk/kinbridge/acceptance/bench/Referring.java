package uk.kinbridge.acceptance.bench;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import uk.kinbridge.acceptance.suite.Answer;
import uk.kinbridge.acceptance.suite.Person;

/** Somebody who refers at a constant rate, and keeps which referrals were accepted and when. */
final class Referring {

    /** From this status on nobody knows whether it was done, or it was not: the machine is at its end. */
    private static final int SERVER_ERROR = 500;

    static final long SLOWEST_MICROS = Duration.ofMinutes(30).toNanos() / 1000;

    private final Person by;
    private final Map<String, Object> body;
    private final Arrivals arrivals;
    private final AtomicLong unanswered = new AtomicLong();

    Referring(Person by, Map<String, Object> body, Arrivals arrivals) {
        this.by = by;
        this.body = body;
        this.arrivals = arrivals;
    }

    /**
     * What came of a timetable.
     *
     * @param reached accepted in a second
     * @param micros waits for the referrals' own answers, from the moment when each was due
     * @param unanswered of these nobody knows whether they were accepted
     * @param unsent those that were not even sent
     */
    record Offered(double reached, Histogram micros, long unanswered, long unsent) {}

    /** @param longer whether to go on when the time is over */
    Offered at(double aSecond, Duration time, BooleanSupplier longer) {
        unanswered.set(0);
        var micros = new ConcurrentHistogram(SLOWEST_MICROS, 3);
        var kept = new Timetable(aSecond, time).keep(due -> refer(due, micros), longer);
        return new Offered(arrivals.answered().size() / kept.seconds(), micros, unanswered.get(), kept.unsent());
    }

    private void refer(long due, Histogram micros) {
        Answer answer;
        try {
            answer = by.create("/api/referrals", body, UUID.randomUUID().toString());
        } catch (UncheckedIOException tooLate) {
            // Whether it was accepted nobody knows: it is no figure, and it is told.
            unanswered.incrementAndGet();
            return;
        }
        micros.recordValue(Math.min((System.nanoTime() - due) / 1000, SLOWEST_MICROS));
        if (answer.status() >= SERVER_ERROR) {
            unanswered.incrementAndGet();
            return;
        }
        if (answer.status() != 201) {
            throw new NotMeasurable("a referral was answered " + answer.status() + " " + answer.body());
        }
        arrivals.answered(answer.text("/id"));
    }
}
