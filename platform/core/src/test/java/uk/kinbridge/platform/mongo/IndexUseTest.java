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
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import uk.kinbridge.platform.testing.OnADatabaseWithIndexes;
import uk.kinbridge.platform.testing.QueryWatch;

/** What the relay and the sweeper look for, they find through an index: their cost follows what is due. */
@OnADatabaseWithIndexes
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexUseTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final int MANY = 3_000;

    private final QueryWatch watch = QueryWatch.onGivenServer(IndexUseTest.class);
    private final Parcels parcels = new Parcels(watch.database(), watch.client());

    @BeforeAll
    void fill() {
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
        watch.database().mongo().getCollection("parcels").insertMany(documents);
    }

    @AfterAll
    void drop() {
        watch.close();
    }

    @Test
    void the_relay_finds_what_waits_through_an_index() {
        assertThat(watch.scansOf(() -> assertThat(parcels.outbox().withEventsDue(NOW.plusSeconds(250), 100))
                        .hasSize(3)))
                .isEmpty();
    }

    @Test
    void the_sweeper_finds_what_is_due_through_an_index() {
        assertThat(watch.scansOf(() -> assertThat(parcels.collection().due(NOW.plusSeconds(250), 1_000))
                        .hasSize(3)))
                .isEmpty();
    }

    @Test
    void a_query_without_an_index_is_noticed() {
        assertThat(watch.scansOf(() -> assertThat(parcels.mongo()
                                .find(Query.query(Criteria.where("label").is("nothing")), Document.class, "parcels"))
                        .isEmpty()))
                .isNotEmpty();
    }
}
