package uk.kinbridge.referral.information.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.OutboxEntry;
import uk.kinbridge.platform.testing.OnADatabaseWithIndexes;
import uk.kinbridge.platform.testing.QueryWatch;
import uk.kinbridge.referral.information.DecisionMother;
import uk.kinbridge.referral.information.SharingDecisions;
import uk.kinbridge.referral.information.SharingDecisions.Place;

/** Every query of decisions on sharing is answered from an index, however many there are. */
@OnADatabaseWithIndexes
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionsIndexUseTest {

    private static final int MANY = 2_000;

    private final QueryWatch watch = QueryWatch.onGivenServer(DecisionsIndexUseTest.class);
    private final SharingDecisions decisions =
            decisions(new MongoTemplate(watch.client(), watch.database().name()));

    private static SharingDecisions decisions(MongoTemplate mongo) {
        return new MongoSharingDecisions(
                mongo,
                new Aggregates(mongo),
                (id, event, now) -> new OutboxEntry(id, event.getClass().getSimpleName(), "{}"));
    }

    @BeforeAll
    void fill() {
        var mongo =
                new MongoTemplate(watch.database().client(), watch.database().name());
        var indexes = new InformationIndexes().indexesOfSharingDecisions();
        indexes.indexes().forEach(index -> mongo.indexOps(indexes.collection()).createIndex(index));
        decisions.keep(
                Change.silent(DecisionMother.aDecision("d-0", "f-0", DecisionMother.AT, List.of("c-0"))),
                DecisionMother.AT);
        var collection = watch.database().mongo().getCollection(MongoSharingDecisions.COLLECTION);
        var pattern = Objects.requireNonNull(collection.find().first());
        var documents = new ArrayList<Document>();
        for (int i = 1; i < MANY; i++) {
            var find = new Document(pattern.get("find", Document.class))
                    .append("family", "f-" + i % 50)
                    .append("at", Date.from(DecisionMother.AT.plusSeconds(i)))
                    .append("reliesOn", List.of("c-" + i));
            documents.add(new Document(pattern)
                    .append("_id", "d-" + i)
                    .append("reference", "D-" + i)
                    .append("find", find));
        }
        collection.insertMany(documents);
    }

    @AfterAll
    void drop() {
        watch.close();
    }

    Stream<Arguments> queries() {
        var later = new Place(DecisionMother.AT.plusSeconds(500), "d-500");
        return Stream.of(
                query("one decision", () -> decisions.find("d-7")),
                query("a family's decisions", () -> decisions.of("f-7", DecisionMother.RECIPIENT, null, 26)),
                query("a later page of them", () -> decisions.of("f-7", DecisionMother.RECIPIENT, later, 26)),
                query("those that rely on a consent", () -> decisions.relyingOn("c-9")),
                query("whether something was shared", () -> decisions.sharedWith(DecisionMother.RECIPIENT, "f-7")));
    }

    private static Arguments query(String name, Runnable run) {
        return Arguments.of(name, run);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void is_answered_from_an_index(String name, Runnable query) {
        assertThat(watch.scansOf(query)).as(name).isEmpty();
    }

    @Test
    void a_query_without_an_index_is_noticed() {
        assertThat(watch.scansOf(BsonDocument.parse("{find: 'sharingDecisions', filter: {recipient: 'nobody'}}")))
                .isNotEmpty();
    }
}
