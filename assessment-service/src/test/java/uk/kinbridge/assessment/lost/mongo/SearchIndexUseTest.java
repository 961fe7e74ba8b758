package uk.kinbridge.assessment.lost.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.assessment.appointment.CourseMother.ACHIEVE;
import static uk.kinbridge.assessment.appointment.CourseMother.MONDAY_TEN;

import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.assessment.ManyDocuments;
import uk.kinbridge.assessment.appointment.CourseMother;
import uk.kinbridge.assessment.family.OneFamily;
import uk.kinbridge.assessment.lost.SearchExamples;
import uk.kinbridge.assessment.lost.Searches.Position;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.testing.OnADatabaseWithIndexes;
import uk.kinbridge.platform.testing.QueryWatch;
import uk.kinbridge.protocols.published.FollowsCalendars.Place;

/** SAL-21: every list of searches is answered from an index, however many there are. */
@OnADatabaseWithIndexes
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchIndexUseTest {

    private static final Position LATER = new Position(false, MONDAY_TEN.plusSeconds(500), "copy-500");

    private final QueryWatch watch = QueryWatch.onGivenServer(SearchIndexUseTest.class);
    private final MongoTemplate mongo = ManyDocuments.watched(watch);
    private final MongoSearches searches = new MongoSearches(
            mongo, new Aggregates(mongo), ManyDocuments.silent(), ManyDocuments.shippedRules(), OneFamily::alone);

    @BeforeAll
    void fill() {
        searches.add(
                SearchExamples.begun(
                        "l-1", "L-1", List.of(ACHIEVE), CourseMother.JOEL, CourseMother.rules("salford"), MONDAY_TEN),
                MONDAY_TEN);
        ManyDocuments.fill(watch, new MongoSearches.Indexes().indexesOfSearches(), (find, i) -> {
            find.append("family", "f-" + i)
                    .append("begunAt", Date.from(MONDAY_TEN.plusSeconds(i)))
                    .append("calendar", "2026-08-21");
            if (i % 5 != 0) {
                find.append("parties", List.of("a-" + i));
            }
        });
    }

    @AfterAll
    void drop() {
        watch.close();
    }

    Stream<Arguments> questions() {
        return Stream.of(
                asked("a first page of a team's", () -> searches.list(ACHIEVE, false, null, 26)),
                asked("a later page of a team's", () -> searches.list(ACHIEVE, false, LATER, 26)),
                asked("those that are open", () -> searches.list(ACHIEVE, true, LATER, 26)),
                asked("the open one for a family", () -> searches.open(ACHIEVE, "f-600")),
                asked("whose clocks are behind", () -> searches.following().behind("2027-01-01", null, 200)),
                asked(
                        "who else is behind",
                        () -> searches.following().behind("2027-01-01", new Place("2026-08-21", "copy-500"), 200)),
                asked("one of them", () -> searches.find("copy-7")));
    }

    private static Arguments asked(String name, Runnable question) {
        return Arguments.of(name, question);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void is_answered_from_an_index(String name, Runnable question) {
        assertThat(watch.scansOf(question)).as(name).isEmpty();
    }

    @Test
    void a_query_without_an_index_is_noticed() {
        assertThat(watch.scansOf(
                        BsonDocument.parse("{find: '" + MongoSearches.COLLECTION + "', filter: {title: 'nothing'}}")))
                .isNotEmpty();
    }
}
