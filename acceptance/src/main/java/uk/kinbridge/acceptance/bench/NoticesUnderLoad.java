package uk.kinbridge.acceptance.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.acceptance.journey.Hackney;
import uk.kinbridge.acceptance.suite.Answer;
import uk.kinbridge.acceptance.suite.Person;
import uk.kinbridge.acceptance.suite.RunningSuite;

/**
 * Referrals at a constant rate through the gateway, and each one's notice in the stream of its recipient, through the
 * gateway too (HAC-17). Every notice must come, and come once: they are counted in the stream and in the inbox. Nothing is
 * bundled meanwhile, since a bundle would hide what is counted.
 */
final class NoticesUnderLoad implements Benchmark {

    private static final String PURPOSE = "referral-arrived";
    private static final double WANTED_RATE = 200;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long SLOWEST_MICROS = PATIENCE.toNanos() / 1000;
    /** Where more would be under way at once, the rate is beyond what gets through: it is lowered, and told. */
    private static final int UNDER_WAY = 32;

    /** From this status on nobody knows whether it was done, or it was not: the machine is at its end. */
    private static final int SERVER_ERROR = 500;

    private final Map<String, String> environment;
    private final Map<String, Long> answered = new ConcurrentHashMap<>();
    private final Map<String, Long> streamed = new ConcurrentHashMap<>();
    private final Histogram answers = new ConcurrentHistogram(SLOWEST_MICROS, 3);
    private final AtomicLong repeated = new AtomicLong();
    private final AtomicLong breaks = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();

    NoticesUnderLoad(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public String title() {
        return "From a referral's answer to the notice in its recipient's stream, under load";
    }

    @Override
    public List<Measurement> run(Consumer<String> progress) {
        var rate = Double.parseDouble(environment.getOrDefault("KINBRIDGE_BENCH_RATE", "" + WANTED_RATE));
        var time = Duration.ofSeconds(Long.parseLong(environment.getOrDefault("KINBRIDGE_BENCH_SECONDS", "60")));
        var hackney = new Hackney(RunningSuite.of(environment));
        var body = referral(hackney);
        var stream = Thread.ofVirtual().start(() -> listen(hackney.safeguardingLead()));
        try (ExecutorService referring = Executors.newVirtualThreadPerTaskExecutor()) {
            progress.accept("warming up for %d s".formatted(WARM_UP.toSeconds()));
            refer(referring, hackney.socialWorker(), body, rate / 4, WARM_UP);
            settle();
            answered.clear();
            streamed.clear();
            repeated.set(0);
            unanswered.set(0);
            answers.reset();
            progress.accept("%,.0f referrals a second for %d s".formatted(rate, time.toSeconds()));
            var reached = refer(referring, hackney.socialWorker(), body, rate, time);
            progress.accept("%,d accepted, %,.1f a second; %d not answered in time; waiting for their notices"
                    .formatted(answered.size(), reached, unanswered.get()));
            settle();
            return measured(reached, counted(hackney.safeguardingLead(), progress), progress);
        } finally {
            stream.interrupt();
        }
    }

    private static Map<String, Object> referral(Hackney hackney) {
        var family = hackney.registerFamily(hackney.socialWorker());
        var paperwork = hackney.uploadPaperwork(hackney.socialWorker());
        if (family.status() != 201 || paperwork.status() != 201) {
            throw new NotMeasurable("nothing can be referred: " + family.body() + paperwork.body());
        }
        return Hackney.intoTreatment(family, Optional.of(paperwork.text("/id")), Optional.of("Alcohol every day."));
    }

    /** At a constant rate while so many can be under way; what could not be sent in time lowers the rate reached. */
    private double refer(
            ExecutorService referring, Person by, Map<String, Object> body, double aSecond, Duration time) {
        var underWay = new Semaphore(UNDER_WAY);
        var sent = new ArrayList<Future<?>>();
        long step = Math.round(1e9 / aSecond);
        long began = System.nanoTime();
        for (long due = began; due < began + time.toNanos(); due += step) {
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            if (System.nanoTime() > began + time.toNanos()) {
                break;
            }
            underWay.acquireUninterruptibly();
            sent.add(referring.submit(() -> {
                try {
                    refer(by, body);
                } finally {
                    underWay.release();
                }
            }));
        }
        sent.forEach(NoticesUnderLoad::await);
        return answered.size() / ((System.nanoTime() - began) / 1e9);
    }

    private void refer(Person by, Map<String, Object> body) {
        long asked = System.nanoTime();
        Answer answer;
        try {
            answer = by.create("/api/referrals", body, UUID.randomUUID().toString());
        } catch (java.io.UncheckedIOException tooLate) {
            // Whether it was accepted nobody knows: it is no figure, and it is told.
            unanswered.incrementAndGet();
            return;
        }
        answers.recordValue(Math.min((System.nanoTime() - asked) / 1000, SLOWEST_MICROS));
        if (answer.status() >= SERVER_ERROR) {
            unanswered.incrementAndGet();
            return;
        }
        if (answer.status() != 201) {
            throw new NotMeasurable("a referral was answered " + answer.status() + " " + answer.body());
        }
        answered.put(answer.text("/id"), System.nanoTime());
    }

    /** The recipient's stream; after a break it goes on behind the last event that it had. */
    private void listen(Person lead) {
        var last = "";
        while (!Thread.currentThread().isInterrupted()) {
            try (var lines = lead.stream("/api/notifications/stream" + (last.isEmpty() ? "" : "?after=" + last))) {
                for (var line : (Iterable<String>) lines::iterator) {
                    if (line.startsWith("id:")) {
                        last = line.substring("id:".length()).strip();
                    } else if (line.startsWith("data:")) {
                        arrived(line.substring("data:".length()));
                    }
                }
            } catch (java.io.UncheckedIOException broken) {
                // It is opened again where it broke off.
                breaks.incrementAndGet();
            }
        }
    }

    private void arrived(String data) {
        long now = System.nanoTime();
        var notice = JsonMapper.shared().readTree(data);
        if (notice.path("purpose").asString().equals(PURPOSE)
                && streamed.putIfAbsent(notice.at("/about/id").asString(), now) != null) {
            repeated.incrementAndGet();
        }
    }

    private void settle() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!streamed.keySet().containsAll(answered.keySet()) && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    /** How many notices of these referrals lie in the inbox: as many as there are referrals, and each once. */
    private Map<String, Integer> counted(Person lead, Consumer<String> progress) {
        var found = new HashMap<String, Integer>();
        var next = "";
        do {
            var page = lead.get("/api/notifications?state=all&limit=100" + (next.isEmpty() ? "" : "&cursor=" + next));
            for (var notice : page.body().path("items")) {
                if (notice.path("purpose").asString().equals(PURPOSE)) {
                    found.merge(notice.at("/about/id").asString(), 1, Integer::sum);
                }
            }
            next = page.text("/next");
        } while (!next.isEmpty() && !found.keySet().containsAll(answered.keySet()));
        long missing =
                answered.keySet().stream().filter(id -> !found.containsKey(id)).count();
        long twice = answered.keySet().stream()
                .filter(id -> found.getOrDefault(id, 0) > 1)
                .count();
        progress.accept("%,d referrals, %,d notices in the inbox; missing %d, more than once %d"
                .formatted(answered.size(), answered.size() - missing, missing, twice));
        return found;
    }

    private List<Measurement> measured(double reached, Map<String, Integer> inbox, Consumer<String> progress) {
        var waits = new Histogram(SLOWEST_MICROS, 3);
        Set<String> unheard = new HashSet<>();
        answered.forEach((id, at) -> {
            var arrived = streamed.get(id);
            if (arrived == null) {
                unheard.add(id);
            } else {
                // A notice may overtake the answer to its referral.
                waits.recordValue(Math.clamp((arrived - at) / 1000, 0, SLOWEST_MICROS));
            }
        });
        progress.accept("in the stream: %,d of %,d, repeated %d; it broke off %d times"
                .formatted(answered.size() - unheard.size(), answered.size(), repeated.get(), breaks.get()));
        var once = answered.keySet().stream()
                .filter(id -> inbox.getOrDefault(id, 0) == 1)
                .count();
        var rate = new Measurement.Limit("the rate that was asked for", wanted());
        var all = new Measurement.Limit("referrals that were accepted", answered.size());
        return List.of(
                new Measurement("referrals", reached, "a second", rate, new Measurement.Aim.AtLeast(WANTED_RATE)),
                new Measurement("notices once in the inbox", once, "notices", all, new Measurement.Aim.RatioAtLeast(1)),
                wait("p50", 50, waits),
                wait("p99", 99, waits));
    }

    private Measurement wait(String what, double percentile, Histogram waits) {
        return new Measurement(
                "answer to stream " + what,
                waits.getValueAtPercentile(percentile) / 1000.0,
                "ms",
                new Measurement.Limit(
                        "the referral's own answer, the same percentile",
                        answers.getValueAtPercentile(percentile) / 1000.0),
                null);
    }

    private double wanted() {
        return Double.parseDouble(environment.getOrDefault("KINBRIDGE_BENCH_RATE", "" + WANTED_RATE));
    }

    private static void await(Future<?> task) {
        try {
            task.get();
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause() instanceof NotMeasurable reason ? reason : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotMeasurable("interrupted");
        }
    }
}
