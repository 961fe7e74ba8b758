package uk.kinbridge.acceptance.bench;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bson.Document;
import tools.jackson.databind.json.JsonMapper;
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
    private static final Duration BARE_WARM_UP = Duration.ofSeconds(20);
    private static final long WARM_UP_AT_LEAST = 8_000;
    private static final Duration UNTIL_DELIVERED = Duration.ofSeconds(60);
    private static final double RATIO = 0.3;
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
                least.run(8, BARE_WARM_UP);
                WarmUp.of(posting, WARM_UP_AT_LEAST, consumption, () -> settle(database), progress);
                var beside =
                        new BesideTheLeast(BARE, posting, least, consumption, bare, () -> settle(database), progress);
                var measurements = new ArrayList<Measurement>();
                for (int connections : CONNECTIONS) {
                    measurements.addAll(beside.with(connections, "submit", new BesideTheLeast.Aims(RATIO, CPU_MILLIS)));
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

    private static double memoryOf(BareProcess bare) {
        return Consumption.of("bare=" + bare.pid()).megabytes().getOrDefault("bare", 0.0);
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
