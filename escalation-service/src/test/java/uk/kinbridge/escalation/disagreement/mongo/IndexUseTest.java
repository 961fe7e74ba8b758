package uk.kinbridge.escalation.disagreement.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.BRIDGE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.FILLED;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MONDAY_TEN;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.raised;

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
import uk.kinbridge.escalation.disagreement.Disagreements.Position;
import uk.kinbridge.escalation.disagreement.Disagreements.Query;
import uk.kinbridge.escalation.disagreement.Disagreements.Whose;
import uk.kinbridge.platform.testing.OnADatabaseWithIndexes;
import uk.kinbridge.platform.testing.QueryWatch;
import uk.kinbridge.protocols.published.FollowsCalendars.Place;

/** Every query of disagreements is answered from an index, however many there are. */
@OnADatabaseWithIndexes
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexUseTest {

    private static final int MANY = 2_000;

    private final QueryWatch watch = QueryWatch.onGivenServer(IndexUseTest.class);
    private final MongoDisagreements disagreements =
            Rig.disagreements(new MongoTemplate(watch.client(), watch.database().name()));

    @BeforeAll
    void fill() {
        Rig.createIndexes(
                new MongoTemplate(watch.database().client(), watch.database().name()));
        disagreements.add(raised("d-0", FILLED, MONDAY_TEN), MONDAY_TEN);
        var collection = watch.database().mongo().getCollection(MongoDisagreements.COLLECTION);
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
        watch.close();
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
        assertThat(watch.scansOf(() -> disagreements.list(query))).as(name).isEmpty();
    }

    @Test
    void those_that_are_behind_a_list_of_bank_holidays_are_found_by_an_index() {
        assertThat(watch.scansOf(
                        () -> disagreements.following().behind("2020-01-01", new Place("2019-01-01", "d-1"), 200)))
                .isEmpty();
    }

    @Test
    void a_query_without_an_index_is_noticed() {
        assertThat(watch.scansOf(BsonDocument.parse("{find: 'disagreements', filter: {protocol: 'nothing'}}")))
                .isNotEmpty();
    }
}
