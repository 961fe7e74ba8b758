package uk.kinbridge.acceptance.bench;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.Document;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.acceptance.bench.Measurement.Aim;
import uk.kinbridge.acceptance.bench.Measurement.Limit;
import uk.kinbridge.acceptance.suite.Person;

/**
 * Referrals sent through the gateway: the token checked at both hops, the decision on sharing, the durable write, the
 * event confirmed. Each goes for a family of its own. The limit is one insert of the same document, see {@link
 * BareEndpoint}, in turns with it. The chain keeps up when nothing is left waiting soon after the load ends.
 */
final class Submissions implements Benchmark {

    private static final String BARE = "one driver insert of the same document behind a bare Spring MVC endpoint";
    private static final List<Integer> CONNECTIONS = List.of(1, 8, 32);
    private static final int FAMILIES = 40_000;
    /** Compilers go on for minutes under a load: it is warm when a round costs as much as the one before. */
    private static final Duration WARM_UP_ROUND = Duration.ofSeconds(20);

    private static final int WARM_UP_ROUNDS = 24;
    /** The compiler looks at what has run ten thousand times; a submission runs most of it once or twice. */
    private static final long WARM_UP_AT_LEAST = 8_000;

    private static final double AS_MUCH = 0.97;
    private static final Duration ROUND = Duration.ofSeconds(6);
    private static final Duration BARE_ROUND = Duration.ofSeconds(3);
    private static final int ROUNDS = 2;
    private static final Duration UNTIL_DELIVERED = Duration.ofSeconds(60);
    /** A general FHIR server on PostgreSQL, on such a machine with 8 connections. */
    private static final double CPU_MILLIS = 6.5;

    private final SuiteUnderLoad suite;

    Submissions(SuiteUnderLoad suite) {
        this.suite = suite;
    }

    @Override
    public String name() {
        return "submissions";
    }

    @Override
    public String title() {
        return "Submitting a referral through the gateway, with 1, 8 and 32 connections";
    }

    @Override
    public List<Measurement> run(Consumer<String> progress) {
        var consumption = suite.consumption();
        try (var client = suite.client()) {
            var database = client.getDatabase(suite.database());
            var sade = suite.suite().person("sade.okafor");
            try {
                var bodies = seeded(database, sade, progress);
                return measured(database, sade, bodies, consumption, progress);
            } finally {
                Seeds.clear(database.getCollection("families"));
                database.getCollection(BareEndpoint.COLLECTION).drop();
            }
        }
    }

    /** Bodies of referrals, each for another one of the seeded families. */
    private static Supplier<String> seeded(MongoDatabase database, Person sade, Consumer<String> progress) {
        var family = created(sade.create(
                "/api/families",
                Map.of(
                        "members",
                        List.of(Map.of("kind", "ADULT", "givenName", "Robin", "familyName", "Ashdown")),
                        "noChildren",
                        true)));
        var document = created(sade.upload(
                "/api/documents", "assessment.txt", "text/plain", "The form.".getBytes(StandardCharsets.UTF_8)));
        var original = Objects.requireNonNull(database.getCollection("families")
                .find(Filters.eq("_id", family.text("/id")))
                .first());
        Seeds.clear(database.getCollection("families"));
        Seeds.fill(
                database.getCollection("families"),
                0,
                FAMILIES,
                i -> Seeds.copy(original, "bench-family-" + i, Map.of(), Duration.ZERO),
                progress);
        var next = new AtomicInteger();
        var subject = family.text("/members/0/id");
        return () -> body("bench-family-" + next.getAndIncrement() % FAMILIES, subject, document.text("/id"));
    }

    private static uk.kinbridge.acceptance.suite.Answer created(uk.kinbridge.acceptance.suite.Answer answer) {
        if (answer.status() != 201) {
            throw new NotMeasurable("the suite answers " + answer.status() + " " + answer.body());
        }
        return answer;
    }

    private static String body(String family, String subject, String document) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "protocol",
                        "hackney",
                        "pathway",
                        "into-treatment",
                        "familyId",
                        family,
                        "subjectId",
                        subject,
                        "recipientAgency",
                        "hackney-drug-treatment",
                        "texts",
                        Map.of("treatment-issue-outline", "Alcohol every day since the spring; wants help."),
                        "documents",
                        List.of(Map.of("item", "assessment-paperwork", "documentId", document)),
                        "sharing",
                        Map.of(
                                "reason",
                                "Help for the whole family.",
                                "consents",
                                List.of(Map.of(
                                        "personId", subject, "answer", "GIVEN", "how", "Asked at the visit.")))));
    }

    private List<Measurement> measured(
            MongoDatabase database,
            Person sade,
            Supplier<String> bodies,
            Consumption consumption,
            Consumer<String> progress) {
        var address = URI.create(suite.gateway() + "/api/referrals");
        try (var posting = new Posting(address, sade::token, bodies)) {
            if (!posting.post()) {
                throw new NotMeasurable("a single referral is not accepted; ./kinbridge logs referral-service");
            }
            var document = Objects.requireNonNull(database.getCollection("referrals")
                    .find(Filters.regex("find.family", "^bench-family-"))
                    .first());
            try (var bare = BareProcess.start(suite, document);
                    var least = new Posting(bare.address(), () -> "none", bodies)) {
                warmUp(posting, least, database, consumption, progress);
                var measurements = new ArrayList<Measurement>();
                for (int connections : CONNECTIONS) {
                    measurements.addAll(with(connections, posting, least, database, consumption, bare, progress));
                }
                consumption
                        .megabytes()
                        .forEach((name, megabytes) -> measurements.add(new Measurement(
                                "memory of " + name,
                                megabytes,
                                "MB",
                                new Limit("the bare endpoint", memoryOf(bare)),
                                null)));
                return measurements;
            }
        }
    }

    private void warmUp(
            Posting posting,
            Posting least,
            MongoDatabase database,
            Consumption consumption,
            Consumer<String> progress) {
        least.run(8, WARM_UP_ROUND);
        double cheapest = Double.MAX_VALUE;
        long done = 0;
        for (int round = 1; round <= WARM_UP_ROUNDS; round++) {
            var before = consumption.cpuSecondsByName();
            var run = posting.run(8, WARM_UP_ROUND);
            settle(database);
            var each = millisEach(before, consumption.cpuSecondsByName(), run.created());
            double sum = each.values().stream().mapToDouble(Double::doubleValue).sum();
            progress.accept("warming up, round %d of at most %d: %.0f a second, %.1f CPU ms each %s; load %s"
                    .formatted(
                            round, WARM_UP_ROUNDS, run.aSecond(), sum, inWords(each), SuiteUnderLoad.loadAverages()));
            done += run.created();
            if (done >= WARM_UP_AT_LEAST && sum > AS_MUCH * cheapest) {
                return;
            }
            cheapest = Math.min(cheapest, sum);
        }
    }

    private static Map<String, Double> millisEach(Map<String, Double> before, Map<String, Double> after, long done) {
        var each = new LinkedHashMap<String, Double>();
        after.forEach((name, seconds) ->
                each.put(name, 1000 * (seconds - before.getOrDefault(name, seconds)) / Math.max(1, done)));
        return each;
    }

    private static String inWords(Map<String, Double> each) {
        return each.entrySet().stream()
                .map(one -> "%s %.1f".formatted(one.getKey(), one.getValue()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static double memoryOf(BareProcess bare) {
        return Consumption.of("bare=" + bare.pid()).megabytes().getOrDefault("bare", 0.0);
    }

    private List<Measurement> with(
            int connections,
            Posting posting,
            Posting least,
            MongoDatabase database,
            Consumption consumption,
            BareProcess bare,
            Consumer<String> progress) {
        var servers = Consumption.of("bare=" + bare.pid());
        List<Posting.Run> ours = new ArrayList<>();
        List<Posting.Run> bares = new ArrayList<>();
        double cpu = 0;
        double bareCpu = 0;
        double drained = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            double before = consumption.cpuSeconds();
            var run = posting.run(connections, ROUND);
            long waiting = SuiteUnderLoad.outboxes(database) + suite.queues();
            double seconds = settle(database);
            cpu += consumption.cpuSeconds() - before;
            drained = Math.max(drained, seconds);
            ours.add(run);
            double bareBefore = consumption.cpuSeconds() + servers.cpuSeconds();
            bares.add(least.run(connections, BARE_ROUND));
            bareCpu += consumption.cpuSeconds() + servers.cpuSeconds() - bareBefore;
            progress.accept(
                    "%d connections, round %d of %d: %.0f a second, %d waiting, delivered after %.1f s, bare %.0f"
                            .formatted(
                                    connections,
                                    round,
                                    ROUNDS,
                                    run.aSecond(),
                                    waiting,
                                    seconds,
                                    bares.getLast().aSecond()));
        }
        return figures(connections, ours, bares, cpu, bareCpu, drained);
    }

    private static List<Measurement> figures(
            int connections,
            List<Posting.Run> ours,
            List<Posting.Run> bares,
            double cpu,
            double bareCpu,
            double drained) {
        String what = "submit, " + connections + " connections";
        double rate = Figures.median(ours.stream().map(Posting.Run::aSecond).toList());
        double most = Figures.median(bares.stream().map(Posting.Run::aSecond).toList());
        long done = ours.stream().mapToLong(Posting.Run::created).sum();
        long bareDone = bares.stream().mapToLong(Posting.Run::created).sum();
        long errors = ours.stream().mapToLong(Posting.Run::errors).sum();
        var measurements = new ArrayList<Measurement>();
        measurements.add(new Measurement(what, rate, "/s", new Limit(BARE, most), new Aim.RatioAtLeast(0.3)));
        for (double percentile : List.of(50.0, 95.0, 99.0)) {
            measurements.add(new Measurement(
                    what + " p%.0f".formatted(percentile),
                    ours.getLast().millisAt(percentile),
                    "ms",
                    new Limit("the same", bares.getLast().millisAt(percentile)),
                    null));
        }
        measurements.add(new Measurement(
                what + " CPU each",
                1000 * cpu / Math.max(1, done),
                "ms",
                new Limit("the same, over all processes", 1000 * bareCpu / Math.max(1, bareDone)),
                new Aim.AtMost(CPU_MILLIS)));
        measurements.add(new Measurement(
                what + " errors", errors, "of all", new Limit("all that were sent", done + errors), new Aim.AtMost(0)));
        measurements.add(new Measurement(
                what + " delivered after",
                drained,
                "s",
                new Limit("the seconds of load before it", ROUND.toSeconds()),
                new Aim.AtMost(2)));
        return measurements;
    }

    /** Seconds until no event waits any more, in an outbox or in a queue. */
    private double settle(MongoDatabase database) {
        long began = System.nanoTime();
        long end = began + UNTIL_DELIVERED.toNanos();
        while (System.nanoTime() < end) {
            if (SuiteUnderLoad.outboxes(database) + suite.queues() == 0) {
                return (System.nanoTime() - began) / 1e9;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NotMeasurable("interrupted");
            }
        }
        return UNTIL_DELIVERED.toSeconds();
    }

    /** The document of a referral, for others who seed. */
    static Document aReferral(MongoDatabase database, Person sade) {
        var family = created(sade.create(
                "/api/families",
                Map.of(
                        "members",
                        List.of(Map.of("kind", "ADULT", "givenName", "Robin", "familyName", "Ashdown")),
                        "noChildren",
                        true)));
        var document = created(sade.upload(
                "/api/documents", "assessment.txt", "text/plain", "The form.".getBytes(StandardCharsets.UTF_8)));
        var body = JsonMapper.shared()
                .readValue(
                        body(family.text("/id"), family.text("/members/0/id"), document.text("/id")),
                        new tools.jackson.core.type.TypeReference<Map<String, Object>>() {});
        var referral = created(sade.create("/api/referrals", body));
        return Objects.requireNonNull(database.getCollection("referrals")
                .find(Filters.eq("_id", referral.text("/id")))
                .first());
    }
}
