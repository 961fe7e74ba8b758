package uk.kinbridge.notification.delivery.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.notification.delivery.TidingsBuilder.MONDAY_TEN;
import static uk.kinbridge.notification.delivery.TidingsBuilder.tidings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.notification.delivery.Addressee;
import uk.kinbridge.notification.delivery.Channel;
import uk.kinbridge.notification.delivery.Deliveries;
import uk.kinbridge.notification.delivery.Deliveries.Listing;
import uk.kinbridge.notification.delivery.Delivery;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.page.Cursor;
import uk.kinbridge.platform.page.PageRequest;
import uk.kinbridge.platform.testing.OnADatabaseWithIndexes;
import uk.kinbridge.platform.testing.QueryWatch;

/** What is asked of deliveries is answered from an index, however many there have been. */
@OnADatabaseWithIndexes
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveriesIndexUseTest {

    private static final int MANY = 3_000;
    private static final String AGENCY = "agency-1";

    private final QueryWatch watch = QueryWatch.onGivenServer(DeliveriesIndexUseTest.class);
    private final MongoTemplate watched =
            new MongoTemplate(watch.client(), watch.database().name());
    private final MongoDeliveries deliveries = new MongoDeliveries(watched, new Aggregates(watched));

    @BeforeAll
    void fill() {
        var template =
                new MongoTemplate(watch.database().client(), watch.database().name());
        var of = new DeliveryIndexes().indexesOfDeliveries();
        of.indexes().forEach(index -> template.indexOps(of.collection()).createIndex(index));
        var documents = new ArrayList<Document>();
        for (int i = 0; i < MANY; i++) {
            var document = new Document();
            var delivery = aDelivery(i);
            template.getConverter().write(delivery, document);
            document.append("version", 1L).append("find", DeliveryIndexes.findable(delivery));
            if (i % 100 != 0) {
                // Handed over long ago: nothing is left to do.
                document.get("find", Document.class).remove("lane");
                document.get("find", Document.class).remove("due");
            }
            documents.add(document);
        }
        watch.database().mongo().getCollection(MongoDeliveries.COLLECTION).insertMany(documents);
    }

    @AfterAll
    void drop() {
        watch.close();
    }

    private static Delivery aDelivery(int i) {
        return Delivery.planned(
                "d" + i,
                Channel.EMAIL,
                Addressee.person("agency-" + i % 20, "p" + i % 50),
                tidings().of("n" + i).build(),
                "en",
                MONDAY_TEN.plusSeconds(i),
                MONDAY_TEN.plusSeconds(i));
    }

    Stream<Arguments> queries() {
        return Stream.of(
                query("what is due", () -> deliveries.claimDue(Channel.EMAIL, MONDAY_TEN, Duration.ZERO, 8)),
                query("about a notice", () -> deliveries.about("n77")),
                query(
                        "an agency's newest",
                        () -> deliveries.list(new Listing(AGENCY, null, null), PageRequest.first(25))),
                query(
                        "an agency's newest in one state",
                        () -> deliveries.list(
                                new Listing(AGENCY, Delivery.State.WAITING, null), PageRequest.first(25))),
                query(
                        "a later page of them",
                        () -> deliveries.list(
                                new Listing(AGENCY, null, null),
                                new PageRequest(
                                        25,
                                        Cursor.of(Deliveries.LIST, DeliveryIndexes.newestFirst(aDelivery(2_001)))))));
    }

    private static Arguments query(String name, Runnable run) {
        return Arguments.of(name, run);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void is_answered_from_an_index(String name, Runnable query) {
        assertThat(watch.scansOf(query)).as(name).isEmpty();
    }

    /** Counting is no query of its own for the watch: what is counted is looked for instead. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'find.lane': 'EMAIL', 'find.due': {$lte: {$date: '2026-11-23T11:00:00Z'}}}",
                "{'find.lane': 'EMAIL', 'find.due': {$gt: {$date: '2026-11-23T10:00:00Z'}}}",
                "{'find.stuck': 'EMAIL/IN_DOUBT'}"
            })
    void what_the_backlog_counts_is_found_from_an_index(String counted) {
        var find = BsonDocument.parse("{find: 'deliveries', filter: " + counted + "}");

        assertThat(watch.scansOf(find)).isEmpty();
    }

    @Test
    void a_query_without_an_index_is_noticed() {
        var scan = BsonDocument.parse("{find: 'deliveries', filter: {language: 'cy'}}");

        assertThat(watch.scansOf(scan)).isNotEmpty();
    }
}
