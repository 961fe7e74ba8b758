package uk.kinbridge.escalation.disagreement.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.BRIDGE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.FILLED;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MONDAY_TEN;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.raised;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.escalation.disagreement.Disagreements;
import uk.kinbridge.escalation.disagreement.Disagreements.Position;
import uk.kinbridge.escalation.disagreement.Disagreements.Query;
import uk.kinbridge.escalation.disagreement.Disagreements.Whose;
import uk.kinbridge.platform.testing.Plans;
import uk.kinbridge.platform.testing.TestDatabase;

/** Every query of disagreements is answered from an index, however many there are. */
@EnabledIfEnvironmentVariable(
        named = "MONGODB_URI",
        matches = ".+",
        disabledReason = "the embedded server ignores non-unique indexes; only a given server can show their use")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexUseTest {

    private static final int MANY = 2_000;

    private final TestDatabase database = TestDatabase.given(System.getenv("MONGODB_URI"), IndexUseTest.class);
    private final List<BsonDocument> sent = Collections.synchronizedList(new ArrayList<>());
    private final MongoClient listened = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(database.uri()))
            .addCommandListener(new CommandListener() {
                @Override
                public void commandStarted(CommandStartedEvent event) {
                    if (event.getCommandName().equals("find")) {
                        sent.add(event.getCommand().clone());
                    }
                }
            })
            .build());
    private final Disagreements disagreements = Rig.disagreements(new MongoTemplate(listened, database.name()));

    @BeforeAll
    void fill() {
        Rig.createIndexes(new MongoTemplate(database.client(), database.name()));
        disagreements.add(raised("d-0", FILLED, MONDAY_TEN), MONDAY_TEN);
        var collection = database.mongo().getCollection(MongoDisagreements.COLLECTION);
        var pattern = Objects.requireNonNull(collection.find().first());
        var documents = new ArrayList<Document>();
        for (int i = 1; i < MANY; i++) {
            var copy = new Document(pattern).append("_id", "d-" + i).append("reference", "D-d-" + i);
            var find = new Document(pattern.get("find", Document.class));
            find.append("nextDueAt", Date.from(MONDAY_TEN.plusSeconds(i))).append("subject", "r-" + i);
            if (i % 5 != 0) {
                find.append("parties", List.of("a-" + i, "b-" + i))
                        .append("raiser", "p-" + i)
                        .append("owed", List.of("role:a-" + i + "/manager"));
            }
            documents.add(copy.append("find", find));
        }
        collection.insertMany(documents);
    }

    @AfterAll
    void drop() {
        listened.close();
        database.close();
    }

    Stream<Arguments> queries() {
        var later = new Position(MONDAY_TEN.plusSeconds(500), "d-500");
        return Stream.of(
                query("a first page of an agency's", new Query(new Whose.OfAgency(BRIDGE), true, null, null, 26)),
                query("a later page of an agency's", new Query(new Whose.OfAgency(BRIDGE), false, null, later, 26)),
                query("those of one person", new Query(new Whose.RaisedBy("p-joel"), true, null, later, 26)),
                query(
                        "what is owed",
                        new Query(
                                new Whose.OwedBy(BRIDGE, List.of("practitioner", "manager"), "p-1"),
                                true,
                                null,
                                later,
                                26)),
                query("those about a record", new Query(new Whose.OfAgency(BRIDGE), true, "r-600", null, 26)));
    }

    private static Arguments query(String name, Query query) {
        return Arguments.of(name, query);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void is_answered_from_an_index(String name, Query query) {
        sent.clear();

        disagreements.list(query);

        assertThat(sent).isNotEmpty();
        for (var find : List.copyOf(sent)) {
            assertThat(scans(find)).as("%s: %s", name, find).isEmpty();
        }
    }

    @Test
    void a_query_without_an_index_is_noticed() {
        assertThat(scans(BsonDocument.parse("{find: 'disagreements', filter: {protocol: 'nothing'}}")))
                .isNotEmpty();
    }

    private List<String> scans(BsonDocument find) {
        var command = find.clone();
        command.keySet().removeIf(key -> key.startsWith("$") || key.equals("lsid"));
        return Plans.scansIn(database.mongo().runCommand(new Document("explain", command)));
    }
}
