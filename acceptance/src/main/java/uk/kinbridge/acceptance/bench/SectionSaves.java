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
    private static final Duration BARE_WARM_UP = Duration.ofSeconds(15);
    private static final long WARM_UP_AT_LEAST = 1_000;

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
            // What follows from a save is told by itself; nobody waits for it here.
            var beside =
                    new BesideTheLeast(BARE, ours, least, consumption, bare, BesideTheLeast.Settled.NOTHING, progress);
            least.run(8, BARE_WARM_UP);
            WarmUp.of(ours, WARM_UP_AT_LEAST, consumption, BesideTheLeast.Settled.NOTHING, progress);
            var measurements = new ArrayList<Measurement>();
            for (int connections : CONNECTIONS) {
                measurements.addAll(beside.with(connections, "save a section", BesideTheLeast.Aims.NONE));
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
}
