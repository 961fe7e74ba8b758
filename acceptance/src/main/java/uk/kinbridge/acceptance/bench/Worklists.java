package uk.kinbridge.acceptance.bench;

import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.acceptance.bench.Measurement.Aim;
import uk.kinbridge.acceptance.bench.Measurement.Limit;
import uk.kinbridge.acceptance.suite.Person;

/**
 * A page of a worklist, a page of what somebody owes, and a search for referrals by name, among 1,000 and among 100,000 open
 * ones. The caller's agency has as many rows in both, and as many of them match; all others belong to other agencies. So the
 * waits may not grow.
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
    private static final int ROWS = 20;
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int QUESTIONS = 1_500;
    private static final int WARM_UP = 800;
    private static final Aim WANTED = new Aim.RatioAtMost(1.5);

    private static final String PAGE = "/api/worklist?side=RECIPIENT";
    private static final String OWED = "/api/worklist?view=OWED";
    private static final String SEARCH = "/api/referrals?name=Ashdown&limit=" + ROWS;
    private static final Pattern SCAN = Pattern.compile("COLLSCAN|Seq Scan");
    private static final Pattern INDEX = Pattern.compile("(?:indexName|Index Name)\"\\s*:\\s*\"(?!_id_)([^\"]+)\"");

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
        return "A worklist page, what somebody owes, and a search, among 1,000 and 100,000 open referrals";
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
            }
        }
    }

    private List<Measurement> measured(MongoDatabase database, Consumer<String> progress) {
        var referral = Submissions.aReferral(database, suite.suite().person("sade.okafor"));
        Seeds.clear(database.getCollection("referrals"));
        var asked = List.of(
                new Asked("worklist page", PAGE, suite.suite().person("merle.cotton")),
                new Asked("what is owed", OWED, suite.suite().person("dilys.rowe")),
                new Asked("search", SEARCH, suite.suite().person("merle.cotton")));
        fill(database, referral, 0, FEW, progress);
        asked.forEach(Worklists::full);
        var few = asked.stream().map(one -> waits(one, progress)).toList();
        fill(database, referral, FEW, MANY, progress);
        var many = asked.stream().map(one -> waits(one, progress)).toList();
        planned(
                database,
                "a worklist page",
                new Document("find.lists", "received:" + OURS),
                "find.nextDueAt",
                progress);
        planned(database, "what is owed", owed(), "find.due1.at", progress);
        planned(database, "a search", aTermOf(database), null, progress);
        return IntStream.range(0, asked.size())
                .boxed()
                .flatMap(i -> Stream.of(
                        wait(asked.get(i).what + " p50", 50, many.get(i), few.get(i), null),
                        wait(asked.get(i).what + " p99", 99, many.get(i), few.get(i), WANTED)))
                .toList();
    }

    /** One question, and who asks it. */
    private record Asked(String what, String path, Person who) {}

    /** What the service asks for when a safeguarding lead of ours looks for what they owe first. */
    private static Document owed() {
        var lists = List.of("owes:" + OURS + "/practitioner", "owes:" + OURS + "/safeguarding-lead");
        return new Document("find.due1.lists", new Document("$in", lists));
    }

    private static Measurement wait(
            String what, double percentile, Load.Waits many, Load.Waits few, @Nullable Aim aim) {
        return new Measurement(
                what + ", 100,000 open",
                many.millisAt(percentile),
                "ms",
                new Limit("the same with 1,000 open", few.millisAt(percentile)),
                aim);
    }

    private static void fill(MongoDatabase database, Document referral, int from, int to, Consumer<String> progress) {
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
    }

    /** Ours are among the first thousand. */
    private static String agency(int place) {
        return place < OUR_ROWS ? OURS : OTHERS.get(place % OTHERS.size());
    }

    private Load.Waits waits(Asked asked, Consumer<String> progress) {
        var address = URI.create(suite.gateway() + asked.path);
        try (var load = new Load(List.of(address), asked.who.token())) {
            load.inTurn(WARM_UP);
            var waits = load.inTurn(QUESTIONS);
            progress.accept("%s: p50 %.1f ms, p99 %.1f ms; load %s"
                    .formatted(asked.path, waits.millisAt(50), waits.millisAt(99), SuiteUnderLoad.loadAverages()));
            return waits;
        }
    }

    /** A page on which nothing stands would be fast, and say nothing. */
    private static void full(Asked asked) {
        var answer = asked.who.get(asked.path);
        if (answer.body().path("items").size() < ROWS) {
            throw new NotMeasurable(asked.path + " does not find what was seeded: " + answer.status());
        }
    }

    /** What the service asks for when somebody of ours looks for a name: by its sound, within their agency. */
    private static Document aTermOf(MongoDatabase database) {
        var ours = Objects.requireNonNull(database.getCollection("referrals")
                .find(new Document("find.lists", "received:" + OURS))
                .first());
        return ours.get("find", Document.class).getList("terms", String.class).stream()
                .filter(term -> term.startsWith(OURS + "|name:"))
                .map(term -> new Document("find.terms", term))
                .findFirst()
                .orElseThrow(() -> new NotMeasurable("the seeded referrals are found by no name"));
    }

    /** Which index serves it, as the database explains it, in the words of MongoDB or of an engine on PostgreSQL. */
    private static void planned(
            MongoDatabase database, String what, Document filter, @Nullable String moment, Consumer<String> progress) {
        var sort = moment == null ? new Document() : new Document(moment, 1);
        var find = new Document("find", "referrals")
                .append("filter", filter)
                .append("sort", sort.append("_id", 1))
                .append("limit", 26);
        var plan = database.runCommand(new Document("explain", find)).toJson();
        var index = INDEX.matcher(plan);
        if (SCAN.matcher(plan).find() || !index.find()) {
            throw new NotMeasurable("the database looks at all referrals for " + what + ": " + plan);
        }
        progress.accept(what + " is served by the index " + index.group(1));
    }
}
