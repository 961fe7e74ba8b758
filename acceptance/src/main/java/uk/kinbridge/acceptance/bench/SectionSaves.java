package uk.kinbridge.acceptance.bench;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.acceptance.bench.Measurement.Aim;
import uk.kinbridge.acceptance.bench.Measurement.Limit;
import uk.kinbridge.acceptance.suite.Person;

/**
 * The largest section of an assessment of 200 answers saved through the gateway: the token checked at both hops, the
 * family's record asked, the section merged, the hard rules over the whole of it, what follows from it, the durable
 * write. The limit is one update of the same document, see {@link BareEndpoint}, in turns with it.
 */
final class SectionSaves implements Benchmark {

    private static final int ANSWERS = 200;
    /** Four questions for each, and the rest of the form. */
    private static final int CHILDREN = 47;
    /** More than connections, so that no document is saved while its last save is still being written. */
    private static final int ASSESSMENTS = 64;

    private static final String BARE = "one driver update of the same document behind a bare Spring MVC endpoint";
    private static final List<Integer> CONNECTIONS = List.of(1, 8);
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration ROUND = Duration.ofSeconds(6);
    private static final Duration BARE_ROUND = Duration.ofSeconds(3);
    private static final int ROUNDS = 2;

    private final SuiteUnderLoad suite;

    SectionSaves(SuiteUnderLoad suite) {
        this.suite = suite;
    }

    @Override
    public String name() {
        return "sections";
    }

    @Override
    public String title() {
        return "Saving a section of an assessment of 200 answers through the gateway, with 1 and 8 connections";
    }

    @Override
    public List<Measurement> run(Consumer<String> progress) {
        var consumption = suite.consumption();
        try (var client = suite.client()) {
            var database = client.getDatabase(suite.assessments());
            var assessments = database.getCollection(AssessmentSeeds.COLLECTION);
            Seeds.clear(assessments);
            try {
                var worker = suite.suite().person("maeve.torrance");
                var written = AssessmentSeeds.written(assessments, worker, CHILDREN);
                progress.accept("an assessment of %d answers, %,d bytes of JSON"
                        .formatted(
                                written.answered(), written.document().toJson().length()));
                if (written.answered() < ANSWERS) {
                    throw new NotMeasurable("the form holds only %d answers".formatted(written.answered()));
                }
                return measured(database, assessments, worker, written, consumption, progress);
            } finally {
                Seeds.clear(assessments);
                database.getCollection(BareEndpoint.COLLECTION).drop();
            }
        }
    }

    private List<Measurement> measured(
            MongoDatabase database,
            MongoCollection<Document> assessments,
            Person worker,
            AssessmentSeeds.Written written,
            Consumption consumption,
            Consumer<String> progress) {
        var section = section(written);
        seed(assessments, written, progress);
        seed(database.getCollection(BareEndpoint.COLLECTION), written, progress);
        try (var bare = BareProcess.start(suite, database.getName(), written.document());
                var ours = new Saving(throughTheGateway(worker, section));
                var least = new Saving(bareUpdates(bare, section))) {
            progress.accept(
                    "warming up for %d s; load %s".formatted(2 * WARM_UP.toSeconds(), SuiteUnderLoad.loadAverages()));
            if (ours.run(8, WARM_UP).created() == 0) {
                throw new NotMeasurable("not a single save is accepted; ./kinbridge logs assessment-service");
            }
            least.run(8, WARM_UP);
            var measurements = new ArrayList<Measurement>();
            for (int connections : CONNECTIONS) {
                measurements.addAll(with(connections, ours, least, consumption, bare, progress));
            }
            return measurements;
        }
    }

    private static void seed(
            MongoCollection<Document> collection, AssessmentSeeds.Written written, Consumer<String> progress) {
        Seeds.fill(
                collection,
                0,
                ASSESSMENTS,
                i -> Seeds.copy(written.document(), id(i), Map.of(), Duration.ZERO),
                progress);
    }

    private static String id(int i) {
        return "bench-assessment-" + i;
    }

    private static String section(AssessmentSeeds.Written written) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of("answers", written.sections().get(AssessmentSeeds.EACH_CHILD)));
    }

    private List<Saving.Thing> throughTheGateway(Person worker, String body) {
        return things(
                1,
                (i, version) -> request(
                                URI.create(suite.gateway() + AssessmentSeeds.path(id(i), AssessmentSeeds.EACH_CHILD)))
                        .header("Authorization", "Bearer " + worker.token())
                        .header("If-Match", "\"" + version + "\"")
                        .method("PATCH", BodyPublishers.ofString(body))
                        .build());
    }

    private static List<Saving.Thing> bareUpdates(BareProcess bare, String body) {
        return things(
                1,
                (i, _) -> request(URI.create(bare.address() + "/" + id(i)))
                        .PUT(BodyPublishers.ofString(body))
                        .build());
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json");
    }

    private interface Save {
        HttpRequest of(int thing, long version);
    }

    private static List<Saving.Thing> things(long version, Save save) {
        return IntStream.range(0, ASSESSMENTS)
                .<Saving.Thing>mapToObj(i -> new Saving.Thing(version) {
                    @Override
                    HttpRequest save(long onVersion) {
                        return save.of(i, onVersion);
                    }
                })
                .toList();
    }

    private static List<Measurement> with(
            int connections,
            Saving ours,
            Saving least,
            Consumption consumption,
            BareProcess bare,
            Consumer<String> progress) {
        var alone = Consumption.of("bare=" + bare.pid());
        List<Posting.Run> runs = new ArrayList<>();
        List<Posting.Run> bares = new ArrayList<>();
        double cpu = 0;
        double bareCpu = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            double before = consumption.cpuSeconds();
            runs.add(ours.run(connections, ROUND));
            cpu += consumption.cpuSeconds() - before;
            double bareBefore = consumption.cpuSeconds() + alone.cpuSeconds();
            bares.add(least.run(connections, BARE_ROUND));
            bareCpu += consumption.cpuSeconds() + alone.cpuSeconds() - bareBefore;
            progress.accept("%d connections, round %d of %d: %.0f a second, bare %.0f; load %s"
                    .formatted(
                            connections,
                            round,
                            ROUNDS,
                            runs.getLast().aSecond(),
                            bares.getLast().aSecond(),
                            SuiteUnderLoad.loadAverages()));
        }
        return figures("save a section, " + connections + " connections", runs, bares, cpu, bareCpu);
    }

    private static List<Measurement> figures(
            String what, List<Posting.Run> runs, List<Posting.Run> bares, double cpu, double bareCpu) {
        long done = runs.stream().mapToLong(Posting.Run::created).sum();
        long bareDone = bares.stream().mapToLong(Posting.Run::created).sum();
        long errors = runs.stream().mapToLong(Posting.Run::errors).sum();
        var measurements = new ArrayList<Measurement>();
        measurements.add(new Measurement(what, median(runs), "/s", new Limit(BARE, median(bares)), null));
        for (double percentile : List.of(50.0, 95.0, 99.0)) {
            measurements.add(new Measurement(
                    what + " p%.0f".formatted(percentile),
                    runs.getLast().millisAt(percentile),
                    "ms",
                    new Limit("the same", bares.getLast().millisAt(percentile)),
                    null));
        }
        measurements.add(new Measurement(
                what + " CPU each",
                1000 * cpu / Math.max(1, done),
                "ms",
                new Limit("the same, over all processes", 1000 * bareCpu / Math.max(1, bareDone)),
                null));
        measurements.add(new Measurement(
                what + " errors", errors, "of all", new Limit("all that were sent", done + errors), new Aim.AtMost(0)));
        return measurements;
    }

    private static double median(List<Posting.Run> runs) {
        return Figures.median(runs.stream().map(Posting.Run::aSecond).toList());
    }
}
