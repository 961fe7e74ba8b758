package uk.kinbridge.acceptance.bench;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.bson.Document;
import uk.kinbridge.acceptance.bench.Measurement.Aim;
import uk.kinbridge.acceptance.bench.Measurement.Limit;
import uk.kinbridge.acceptance.suite.Person;

/**
 * A page of a worklist, and a search by name and date of birth, among 1,000 and among 100,000 open referrals. The
 * caller's agency has as many rows in both; all others belong to other agencies. So the waits may not grow.
 */
final class Worklists implements Benchmark {

    private static final String OURS = "dorset-adults-services";
    private static final List<String> OTHERS = List.of(
            "southampton-adults-services",
            "portsmouth-adults-services",
            "isle-of-wight-adults-services",
            "hampshire-adults-services",
            "achieve-salford",
            "hackney-alcohol-treatment",
            "salford-midwifery");
    private static final int OUR_ROWS = 200;
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int QUESTIONS = 1_500;
    private static final int WARM_UP = 800;
    private static final Aim WANTED = new Aim.RatioAtMost(1.5);

    private final SuiteUnderLoad suite;

    Worklists(SuiteUnderLoad suite) {
        this.suite = suite;
    }

    @Override
    public String name() {
        return "worklist";
    }

    @Override
    public String title() {
        return "A worklist page and a search, among 1,000 and 100,000 open referrals";
    }

    @Override
    public List<Measurement> run(Consumer<String> progress) {
        suite.needsARealDatabase();
        try (var client = suite.client()) {
            var database = client.getDatabase(suite.database());
            try {
                return measured(database, progress);
            } finally {
                progress.accept("taking the seeds away");
                Seeds.clear(database.getCollection("referrals"));
                Seeds.clear(database.getCollection("families"));
            }
        }
    }

    private List<Measurement> measured(MongoDatabase database, Consumer<String> progress) {
        var referral = Submissions.aReferral(database, suite.suite().person("sade.okafor"));
        var family = Objects.requireNonNull(database.getCollection("families")
                .find(Filters.eq("_id", referral.get("find", Document.class).getString("family")))
                .first());
        Seeds.clear(database.getCollection("referrals"));
        Seeds.clear(database.getCollection("families"));
        var merle = suite.suite().person("merle.cotton");
        fill(database, referral, family, 0, FEW, progress);
        var pageFew = waits("/api/worklist?side=RECIPIENT", merle, progress);
        var searchFew = waits("/api/families?name=Ashdown&limit=20", merle, progress);
        fill(database, referral, family, FEW, MANY, progress);
        var pageMany = waits("/api/worklist?side=RECIPIENT", merle, progress);
        var searchMany = waits("/api/families?name=Ashdown&limit=20", merle, progress);
        planned(database, progress);
        return List.of(
                wait("worklist page p50", 50, pageMany, pageFew, null),
                wait("worklist page p99", 99, pageMany, pageFew, WANTED),
                wait("search p50", 50, searchMany, searchFew, null),
                wait("search p99", 99, searchMany, searchFew, WANTED));
    }

    private static Measurement wait(
            String what,
            double percentile,
            Load.Waits many,
            Load.Waits few,
            @org.jspecify.annotations.Nullable Aim aim) {
        return new Measurement(
                what + ", 100,000 open",
                many.millisAt(percentile),
                "ms",
                new Limit("the same with 1,000 open", few.millisAt(percentile)),
                aim);
    }

    private static void fill(
            MongoDatabase database, Document referral, Document family, int from, int to, Consumer<String> progress) {
        Seeds.fill(
                database.getCollection("referrals"),
                from,
                to,
                i -> Seeds.copy(
                        referral,
                        "bench-referral-" + i,
                        Map.of(
                                "hackney-drug-treatment",
                                agency(i),
                                "hackney-childrens-social-care",
                                "dorset-childrens-services"),
                        Duration.ofMinutes(i)),
                progress);
        Seeds.fill(
                database.getCollection("families"),
                from,
                to,
                i -> Seeds.copy(
                        family, "bench-family-" + i, Map.of("hackney-childrens-social-care", agency(i)), Duration.ZERO),
                progress);
    }

    /** Ours are among the first thousand. */
    private static String agency(int place) {
        return place < OUR_ROWS ? OURS : OTHERS.get(place % OTHERS.size());
    }

    private Load.Waits waits(String path, Person who, Consumer<String> progress) {
        try (var load = new Load(List.of(URI.create(suite.gateway() + path)), who.token())) {
            load.inTurn(WARM_UP);
            var waits = load.inTurn(QUESTIONS);
            progress.accept("%s: p50 %.1f ms, p99 %.1f ms; load %s"
                    .formatted(path, waits.millisAt(50), waits.millisAt(99), SuiteUnderLoad.loadAverages()));
            return waits;
        }
    }

    /** Which index serves the page, as the database explains it. */
    private static void planned(MongoDatabase database, Consumer<String> progress) {
        var find = new Document("find", "referrals")
                .append("filter", new Document("find.recipient", OURS))
                .append("sort", new Document("find.nextDueAt", 1).append("_id", 1))
                .append("limit", 21);
        var plan = database.runCommand(new Document("explain", find)).toJson();
        boolean served = plan.contains("worklistReceived");
        progress.accept(
                "the worklist page is served by " + (served ? "the index worklistReceived" : "NO INDEX OF OURS"));
        if (!served) {
            throw new NotMeasurable(
                    "the database scans all referrals for a worklist page: " + new ArrayList<>(List.of(plan)));
        }
    }
}
