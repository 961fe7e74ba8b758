package uk.kinbridge.assessment.engagement.mongo;

import static org.assertj.core.api.Assertions.assertThat;
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
import uk.kinbridge.assessment.engagement.EngagementExamples;
import uk.kinbridge.assessment.engagement.Engagements.Position;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.testing.OnADatabaseWithIndexes;
import uk.kinbridge.platform.testing.QueryWatch;
import uk.kinbridge.protocols.published.FollowsCalendars.Place;

/** FAP-12: the reviews that are asked for are found by an index, however many families there are. */
@OnADatabaseWithIndexes
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngagementIndexUseTest {

    private static final String HEALTH = "portsmouth-mental-health";
    private static final Position LATER = new Position(MONDAY_TEN.plusSeconds(500), "copy-500");

    private final QueryWatch watch = QueryWatch.onGivenServer(EngagementIndexUseTest.class);
    private final MongoTemplate mongo = ManyDocuments.watched(watch);
    private final MongoEngagements engagements =
            new MongoEngagements(mongo, new Aggregates(mongo), ManyDocuments.silent(), ManyDocuments.shippedRules());

    @BeforeAll
    void fill() {
        engagements.addOnce(EngagementExamples.asked("f-1", List.of(HEALTH)), MONDAY_TEN, "m-1");
        ManyDocuments.fill(watch, new MongoEngagements.Indexes().indexesOfEngagement(), (find, i) -> {
            find.append("dueAt", Date.from(MONDAY_TEN.plusSeconds(i))).append("calendar", "2026-08-21");
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
                asked("a first page of the reviews of an agency", () -> engagements.open(HEALTH, null, 26)),
                asked("a later page", () -> engagements.open(HEALTH, LATER, 26)),
                asked("whose clocks are behind", () -> engagements.following().behind("2027-01-01", null, 200)),
                asked(
                        "who else is behind",
                        () -> engagements.following().behind("2027-01-01", new Place("2026-08-21", "copy-500"), 200)),
                asked("one family", () -> engagements.find("copy-7")));
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
        assertThat(watch.scansOf(BsonDocument.parse(
                        "{find: '" + MongoEngagements.COLLECTION + "', filter: {title: 'nothing'}}")))
                .isNotEmpty();
    }
}
