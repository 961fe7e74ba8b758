package uk.kinbridge.acceptance.bench;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.Document;
import uk.kinbridge.acceptance.bench.Measurement.Aim;
import uk.kinbridge.acceptance.bench.Measurement.Limit;

/**
 * A team's list, and its list of clients with childcare responsibilities, among 1,000 and among 100,000 assessments. The
 * team has as many rows in both; all others belong to other agencies. So the waits may not grow.
 */
final class TeamLists implements Benchmark {

    private static final String OURS = "salford-childrens-services";
    private static final List<String> OTHERS = List.of(
            "achieve-salford",
            "hackney-drug-treatment",
            "hackney-alcohol-treatment",
            "hackney-childrens-social-care",
            "dorset-childrens-services",
            "hampshire-childrens-services",
            "portsmouth-childrens-services");
    private static final int OUR_ROWS = 200;
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int QUESTIONS = 1_500;
    private static final int WARM_UP = 800;
    private static final Aim WANTED = new Aim.RatioAtMost(1.5);

    private enum Asked {
        TEAM("a team's list", "AGENCY", "agencies", "agency"),
        CLIENTS("its clients with children", "WITH_CHILDREN", "withChildren", "withChildren");

        private final String words;
        private final String of;
        private final String field;
        private final String index;

        Asked(String words, String of, String field, String index) {
            this.words = words;
            this.of = of;
            this.field = field;
            this.index = index;
        }
    }

    private final SuiteUnderLoad suite;

    TeamLists(SuiteUnderLoad suite) {
        this.suite = suite;
    }

    @Override
    public String name() {
        return "team-lists";
    }

    @Override
    public String title() {
        return "A team's list, among 1,000 and 100,000 assessments";
    }

    @Override
    public List<Measurement> run(Consumer<String> progress) {
        suite.needsARealDatabase();
        try (var client = suite.client()) {
            var database = client.getDatabase(suite.assessments());
            var assessments = database.getCollection(AssessmentSeeds.COLLECTION);
            try {
                return measured(database, assessments, progress);
            } finally {
                progress.accept("taking the seeds away");
                Seeds.clear(assessments);
            }
        }
    }

    private List<Measurement> measured(
            MongoDatabase database, MongoCollection<Document> assessments, Consumer<String> progress) {
        Seeds.clear(assessments);
        var pattern = AssessmentSeeds.begun(assessments, suite.suite().person("maeve.torrance"));
        fill(assessments, pattern, 0, FEW, progress);
        var teamFew = waits(Asked.TEAM, progress);
        var clientsFew = waits(Asked.CLIENTS, progress);
        fill(assessments, pattern, FEW, MANY, progress);
        var teamMany = waits(Asked.TEAM, progress);
        var clientsMany = waits(Asked.CLIENTS, progress);
        planned(database, Asked.TEAM, progress);
        planned(database, Asked.CLIENTS, progress);
        return List.of(
                wait(Asked.TEAM, 50, teamMany, teamFew),
                wait(Asked.TEAM, 99, teamMany, teamFew),
                wait(Asked.CLIENTS, 50, clientsMany, clientsFew),
                wait(Asked.CLIENTS, 99, clientsMany, clientsFew));
    }

    private static Measurement wait(Asked asked, double percentile, Load.Waits many, Load.Waits few) {
        return new Measurement(
                "%s p%.0f, 100,000 assessments".formatted(asked.words, percentile),
                many.millisAt(percentile),
                "ms",
                new Limit("the same with 1,000 assessments", few.millisAt(percentile)),
                percentile == 99 ? WANTED : null);
    }

    private static void fill(
            MongoCollection<Document> assessments, Document pattern, int from, int to, Consumer<String> progress) {
        Seeds.fill(assessments, from, to, i -> seed(pattern, i), progress);
    }

    /** Ours are among the first thousand. What lists look for names agencies together with other things. */
    private static Document seed(Document pattern, int place) {
        var agency = place < OUR_ROWS ? OURS : OTHERS.get(place % OTHERS.size());
        var copy = Seeds.copy(pattern, "bench-assessment-" + place, Map.of(OURS, agency), Duration.ofMinutes(place));
        var find = copy.get("find", Document.class);
        find.put("family", "bench-family-" + place);
        find.put("families", List.of(agency + "/bench-family-" + place));
        find.put(
                "workers",
                List.of(agency + "/" + find.get("row", Document.class).getString("worker")));
        return copy;
    }

    private Load.Waits waits(Asked asked, Consumer<String> progress) {
        var address = URI.create(suite.gateway() + "/api/assessments?of=" + asked.of);
        try (var load = new Load(
                List.of(address), suite.suite().person("maeve.torrance").token())) {
            load.inTurn(WARM_UP);
            var waits = load.inTurn(QUESTIONS);
            progress.accept("%s: p50 %.1f ms, p99 %.1f ms; load %s"
                    .formatted(asked.words, waits.millisAt(50), waits.millisAt(99), SuiteUnderLoad.loadAverages()));
            return waits;
        }
    }

    /** Which index serves the page, as the database explains it. */
    private static void planned(MongoDatabase database, Asked asked, Consumer<String> progress) {
        var find = new Document("find", AssessmentSeeds.COLLECTION)
                .append("filter", new Document("find." + asked.field, OURS))
                .append("sort", new Document("find.nextDueAt", 1).append("_id", 1))
                .append("limit", 26);
        var plan = new Plan(database.runCommand(new Document("explain", find)));
        if (!plan.uses(asked.index) || plan.scans()) {
            throw new NotMeasurable("the database does not answer %s from the index %s: %s"
                    .formatted(asked.words, asked.index, plan.explained().toJson()));
        }
        progress.accept(asked.words + " is served by the index " + asked.index);
    }
}
