package uk.kinbridge.acceptance.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Asks a list of questions over and over. Every answer must be a 200. */
final class Load implements AutoCloseable {

    private static final long SLOWEST_MICROS = Duration.ofMinutes(1).toNanos() / 1000;
    private static final int DIGITS = 3;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final List<HttpRequest> questions;
    private final AtomicLong next = new AtomicLong();

    Load(List<URI> questions) {
        this(questions, null);
    }

    /** @param token of whoever asks; null for everybody's questions */
    Load(List<URI> questions, @Nullable String token) {
        this.questions = questions.stream()
                .map(uri -> HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)))
                .map(request -> (token == null ? request : request.header("Authorization", "Bearer " + token)).build())
                .toList();
    }

    /** So many, one after the other: how long each takes. */
    Waits inTurn(int count) {
        var micros = new ConcurrentHistogram(SLOWEST_MICROS, DIGITS);
        for (int i = 0; i < count; i++) {
            long asked = System.nanoTime();
            ask();
            micros.recordValue(Math.min((System.nanoTime() - asked) / 1000, SLOWEST_MICROS));
        }
        return new Waits(micros);
    }

    /** As fast as so many connections can, each asking again as soon as it has its answer: how much gets through. */
    double requestsASecond(int connections, Duration time) {
        var answered = new AtomicLong();
        long began = System.nanoTime();
        long end = began + time.toNanos();
        try (ExecutorService askers =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            var tasks = IntStream.range(0, connections)
                    .mapToObj(_ -> askers.submit(() -> {
                        while (System.nanoTime() < end) {
                            ask();
                            answered.incrementAndGet();
                        }
                    }))
                    .toList();
            tasks.forEach(Timetable::await);
        }
        return answered.get() / seconds(System.nanoTime() - began);
    }

    /**
     * At a constant rate, whatever the answers do: how long people wait. Each wait counts from the moment when the
     * question was due, so that a stall shows in all that had to queue behind it.
     */
    Waits waits(double aSecond, Duration time) {
        var micros = new ConcurrentHistogram(SLOWEST_MICROS, DIGITS);
        long step = Math.round(1e9 / aSecond);
        long began = System.nanoTime();
        long count = time.toNanos() / step;
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Future<?>>();
            for (long i = 0; i < count; i++) {
                long due = began + i * step;
                Timetable.parkUntil(due);
                tasks.add(askers.submit(() -> {
                    ask();
                    micros.recordValue(Math.min((System.nanoTime() - due) / 1000, SLOWEST_MICROS));
                }));
            }
            tasks.forEach(Timetable::await);
        }
        return new Waits(micros);
    }

    /** The waits of one run, in microseconds. */
    record Waits(Histogram micros) {

        double millisAt(double percentile) {
            return micros.getValueAtPercentile(percentile) / 1000.0;
        }
    }

    private void ask() {
        HttpRequest question = questions.get((int) (next.getAndIncrement() % questions.size()));
        try {
            HttpResponse<byte[]> answer = http.send(question, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new NotMeasurable(question.uri() + " answered " + answer.statusCode());
            }
        } catch (IOException e) {
            throw new NotMeasurable(question.uri() + " does not answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotMeasurable("interrupted");
        }
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    @Override
    public void close() {
        http.close();
    }
}
