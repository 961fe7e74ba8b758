package uk.kinbridge.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.kinbridge.platform.testing.Plans;
import uk.kinbridge.platform.testing.TestDatabase;

/** What the relay and the sweeper look for, they find through an index: their cost follows what is due. */
@EnabledIfEnvironmentVariable(
        named = "MONGODB_URI",
        matches = ".+",
        disabledReason = "the embedded server ignores non-unique indexes; only a given server can show their use")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexUseTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final int MANY = 3_000;

    private final TestDatabase database =
            TestDatabase.given(String.valueOf(System.getenv("MONGODB_URI")), IndexUseTest.class);

    @BeforeAll
    void fill() {
        var parcels = new Parcels(database);
        new IndexKeeper(parcels.mongo(), parcels.aggregates(), List.of()).ensureAll();
        var documents = new ArrayList<Document>();
        for (int i = 0; i < MANY; i++) {
            var document = new Document("_id", "p-" + i).append("label", "books");
            if (i % 100 == 0) {
                document.append("relayAt", Date.from(NOW.plusSeconds(i)))
                        .append("wakeAt", Date.from(NOW.plusSeconds(i)));
            }
            documents.add(document);
        }
        database.mongo().getCollection("parcels").insertMany(documents);
    }

    @AfterAll
    void drop() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"relayAt", "wakeAt"})
    void what_is_due_is_found_through_an_index(String field) {
        assertThat(scans(new Document(field, new Document("$lte", Date.from(NOW.plusSeconds(250)))), field))
                .isEmpty();
    }

    @Test
    void a_query_without_an_index_is_noticed() {
        assertThat(scans(new Document("label", "nothing"), "label")).isNotEmpty();
    }

    private List<String> scans(Document filter, String sort) {
        var find = new Document("find", "parcels")
                .append("filter", filter)
                .append("sort", new Document(sort, 1))
                .append("limit", 1);
        return Plans.scansIn(database.mongo().runCommand(new Document("explain", find)));
    }
}
