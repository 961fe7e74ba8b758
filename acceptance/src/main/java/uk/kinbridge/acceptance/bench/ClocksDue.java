package uk.kinbridge.acceptance.bench;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import uk.kinbridge.acceptance.bench.Measurement.Aim;
import uk.kinbridge.acceptance.bench.Measurement.Limit;

/**
 * 50,000 clocks that are due at one instant, among 200,000 that run: how long until each has acted once, which breaches
 * it and puts its notices into the outbox in the same write. The limit is as many bare updates by the driver, one by one.
 */
final class ClocksDue implements Benchmark {

    private static final int PENDING = 200_000;
    private static final int DUE = 50_000;
    private static final int BARE_UPDATES = 10_000;
    private static final int BARE_THREADS = 8;
    /** So long the database may take to set so many at once; on two cores it took 25 s. */
    private static final Duration AHEAD = Duration.ofSeconds(60);

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final SuiteUnderLoad suite;

    ClocksDue(SuiteUnderLoad suite) {
        this.suite = suite;
    }

    @Override
    public String name() {
        return "clocks";
    }

    @Override
    public String title() {
        return "50,000 clocks due at one instant among 200,000 pending";
    }

    @Override
    public List<Measurement> run(Consumer<String> progress) {
        suite.needsARealDatabase();
        var consumption = suite.consumption();
        try (var client = suite.client()) {
            var database = client.getDatabase(suite.database());
            var referrals = database.getCollection("referrals");
            try {
                Seeds.clear(referrals);
                var ahead = seed(database, referrals, progress);
                double least = bareUpdates(referrals);
                progress.accept(
                        "bare updates: %,.0f a second; load %s".formatted(least, SuiteUnderLoad.loadAverages()));
                double before = consumption.cpuSeconds();
                double seconds = untilAllHaveActed(referrals, ahead, progress);
                double cpu = consumption.cpuSeconds() - before;
                return List.of(
                        new Measurement(
                                "clocks due at one instant",
                                DUE / seconds,
                                "/s",
                                new Limit(
                                        "bare driver updates one by one, %d threads, measured over %,d"
                                                .formatted(BARE_THREADS, BARE_UPDATES),
                                        least),
                                new Aim.RatioAtLeast(0.5)),
                        new Measurement(
                                "all 50,000 have acted after",
                                seconds,
                                "s",
                                new Limit("as many bare updates", DUE / least),
                                null),
                        new Measurement(
                                "CPU each, until all have acted",
                                1000 * cpu / DUE,
                                "ms",
                                new Limit("two cores, all the time", 1000 * 2 * seconds / DUE),
                                null));
            } finally {
                progress.accept(
                        "taking the seeds away; events that were on their way arrive, ./kinbridge reset empties all");
                Seeds.clear(referrals);
            }
        }
    }

    /**
     * Their first clock is due already, but nobody has been told to look; the others run for a month.
     *
     * @return how far the suite's time is ahead of ours: {@code ./kinbridge advance} and journeys move it
     */
    private Duration seed(MongoDatabase database, MongoCollection<Document> referrals, Consumer<String> progress) {
        var original = Submissions.aReferral(database, suite.suite().person("sade.okafor"));
        var ahead = Duration.between(Instant.now(), original.getDate("begunAt").toInstant());
        Instant month = Instant.now().plus(ahead).plus(Duration.ofDays(30));
        Seeds.fill(
                referrals,
                0,
                PENDING,
                i -> {
                    var copy = Seeds.copy(original, "bench-clock-" + i, Map.of(), Duration.ZERO);
                    copy.put("benchDue", i < DUE);
                    copy.put("wakeAt", Date.from(month.plusMillis(i)));
                    if (i < DUE) {
                        var first = copy.getList("clocks", Document.class).getFirst();
                        first.put("dueAt", Date.from(month.minus(Duration.ofDays(31))));
                        first.remove("warnAt");
                    }
                    return copy;
                },
                progress);
        return ahead;
    }

    private static double bareUpdates(MongoCollection<Document> referrals) {
        var next = new AtomicInteger(DUE);
        long began = System.nanoTime();
        try (var updating = Executors.newFixedThreadPool(BARE_THREADS)) {
            var tasks = new ArrayList<java.util.concurrent.Callable<Void>>();
            IntStream.range(0, BARE_THREADS)
                    .forEach(_ -> tasks.add(() -> {
                        for (int i = next.getAndIncrement(); i < DUE + BARE_UPDATES; i = next.getAndIncrement()) {
                            referrals.updateOne(
                                    Filters.eq("_id", "bench-clock-" + i),
                                    Updates.combine(Updates.inc("version", 1L), Updates.set("benchTouched", true)));
                        }
                        return null;
                    }));
            updating.invokeAll(tasks);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotMeasurable("interrupted");
        }
        return BARE_UPDATES / ((System.nanoTime() - began) / 1e9);
    }

    private static double untilAllHaveActed(
            MongoCollection<Document> referrals, Duration ahead, Consumer<String> progress) {
        Instant moment = Instant.now().plus(AHEAD);
        var instant = Date.from(moment.plus(ahead));
        referrals.updateMany(Filters.eq("benchDue", true), Updates.set("wakeAt", instant));
        long left = Instant.now().until(moment, ChronoUnit.MILLIS);
        if (left < 0) {
            throw new NotMeasurable("the clocks could not be set in time: %d ms too late".formatted(-left));
        }
        sleep(left);
        long began = System.nanoTime();
        long nextWord = began;
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            // some hundredths of a second of work for the database, twice a second
            long waiting = referrals.countDocuments(Filters.lte("wakeAt", instant));
            if (waiting == 0) {
                return (System.nanoTime() - began) / 1e9;
            }
            if (System.nanoTime() > nextWord) {
                progress.accept("%,d of %,d have not acted yet".formatted(waiting, DUE));
                nextWord = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
            }
            sleep(500);
        }
        throw new NotMeasurable("after %d s clocks are still waiting".formatted(PATIENCE.toSeconds()));
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotMeasurable("interrupted");
        }
    }
}
