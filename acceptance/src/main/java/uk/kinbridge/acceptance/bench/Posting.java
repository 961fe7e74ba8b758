package uk.kinbridge.acceptance.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Creates things over and over, each under a key of its own. */
final class Posting implements AutoCloseable {

    private static final long SLOWEST_MICROS = Duration.ofMinutes(1).toNanos() / 1000;
    private static final int CREATED = 201;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI address;
    private final Supplier<String> token;
    private final Supplier<String> bodies;

    Posting(URI address, Supplier<String> token, Supplier<String> bodies) {
        this.address = address;
        this.token = token;
        this.bodies = bodies;
    }

    /**
     * What came of one run.
     *
     * @param errors everything that was not answered 201
     * @param micros waits, from sending to the whole answer; connections wait for their answers before they go on
     */
    record Run(long created, long errors, double seconds, Histogram micros) {

        double aSecond() {
            return created / seconds;
        }

        double millisAt(double percentile) {
            return micros.getValueAtPercentile(percentile) / 1000.0;
        }
    }

    /** As fast as so many connections can. */
    Run run(int connections, Duration time) {
        var micros = new ConcurrentHistogram(SLOWEST_MICROS, 3);
        var created = new AtomicLong();
        var errors = new AtomicLong();
        long began = System.nanoTime();
        long end = began + time.toNanos();
        try (ExecutorService posters =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            IntStream.range(0, connections)
                    .forEach(_ -> posters.execute(() -> {
                        while (System.nanoTime() < end) {
                            long sent = System.nanoTime();
                            (post() ? created : errors).incrementAndGet();
                            micros.recordValue(Math.min((System.nanoTime() - sent) / 1000, SLOWEST_MICROS));
                        }
                    }));
        }
        return new Run(created.get(), errors.get(), (System.nanoTime() - began) / 1e9, micros);
    }

    /** Whether it was created. */
    boolean post() {
        var request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token.get())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(bodies.get()))
                .build();
        try {
            return http.send(request, BodyHandlers.ofByteArray()).statusCode() == CREATED;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotMeasurable("interrupted");
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
