package uk.kinbridge.acceptance.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;

/** Saves things over and over, each connection its own ones, and each on the version that its last save has made. */
final class Saving implements AutoCloseable {

    private static final long SLOWEST_MICROS = Duration.ofMinutes(1).toNanos() / 1000;
    private static final int SAVED = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final List<Thing> things;

    Saving(List<Thing> things) {
        this.things = things;
    }

    /** One of the things; only one connection saves it, so that nobody is told that somebody else was faster. */
    abstract static class Thing {

        private long version;

        Thing(long version) {
            this.version = version;
        }

        /** What saves it, on that version. */
        abstract HttpRequest save(long onVersion);
    }

    /** As fast as so many connections can; every answer but a 200 is an error. */
    Posting.Run run(int connections, Duration time) {
        var micros = new ConcurrentHistogram(SLOWEST_MICROS, 3);
        var saved = new AtomicLong();
        var errors = new AtomicLong();
        long began = System.nanoTime();
        long end = began + time.toNanos();
        try (ExecutorService savers =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            IntStream.range(0, connections)
                    .forEach(connection -> savers.execute(() -> {
                        for (int i = connection; System.nanoTime() < end; i = next(i, connection, connections)) {
                            long sent = System.nanoTime();
                            (save(things.get(i)) ? saved : errors).incrementAndGet();
                            micros.recordValue(Math.min((System.nanoTime() - sent) / 1000, SLOWEST_MICROS));
                        }
                    }));
        }
        return new Posting.Run(saved.get(), errors.get(), (System.nanoTime() - began) / 1e9, micros);
    }

    private int next(int i, int connection, int connections) {
        return i + connections < things.size() ? i + connections : connection;
    }

    private boolean save(Thing thing) {
        try {
            boolean done = http.send(thing.save(thing.version), BodyHandlers.ofByteArray())
                            .statusCode()
                    == SAVED;
            if (done) {
                thing.version++;
            }
            return done;
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
