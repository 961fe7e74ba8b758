package uk.kinbridge.referral.treatment.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.OutboxEntry;
import uk.kinbridge.platform.testing.OnADatabaseWithIndexes;
import uk.kinbridge.platform.testing.QueryWatch;
import uk.kinbridge.protocols.published.PinnedCalendars;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.referral.information.Office;

/** Treatments are found from an index, by family and by the consent that they rest on, however many there are. */
@OnADatabaseWithIndexes
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TreatmentsIndexUseTest {

    private static final int MANY = 2_000;

    private final QueryWatch watch = QueryWatch.onGivenServer(TreatmentsIndexUseTest.class);
    private final MongoTemplate mongo =
            new MongoTemplate(watch.client(), watch.database().name());
    private final MongoTreatments treatments = new MongoTreatments(
            mongo,
            new Aggregates(mongo),
            (id, event, now) -> new OutboxEntry(id, event.getClass().getSimpleName(), "{}"),
            new PinnedCalendars(Office.protocols(), BankHolidays::shipped));

    @BeforeAll
    void fill() {
        var indexes = new TreatmentIndexes().indexesOfTreatments();
        indexes.indexes().forEach(index -> mongo.indexOps(indexes.collection()).createIndex(index));
        var documents = new ArrayList<Document>();
        for (int i = 0; i < MANY; i++) {
            documents.add(new Document("_id", "t-" + i)
                    .append("reference", "T-" + i)
                    .append("told", new Document("consent", "c-" + i))
                    .append("find", new Document("family", "f-" + i).append("at", Date.from(Instant.EPOCH.plusSeconds(i)))));
        }
        watch.database().mongo().getCollection(MongoTreatments.COLLECTION).insertMany(documents);
    }

    @AfterAll
    void drop() {
        watch.close();
    }

    @Test
    void by_family() {
        assertThat(watch.scansOf(() -> treatments.ofFamily("f-none"))).isEmpty();
    }

    @Test
    void by_the_consent_that_they_rest_on() {
        assertThat(watch.scansOf(() -> treatments.toldOn("c-none"))).isEmpty();
    }

    @Test
    void a_query_without_an_index_is_noticed() {
        assertThat(watch.scansOf(BsonDocument.parse("{find: 'treatments', filter: {member: 'nobody'}}")))
                .isNotEmpty();
    }
}
