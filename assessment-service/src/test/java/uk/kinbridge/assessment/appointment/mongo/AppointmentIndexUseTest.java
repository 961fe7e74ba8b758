package uk.kinbridge.assessment.appointment.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.assessment.appointment.CourseMother.MONDAY_TEN;
import static uk.kinbridge.assessment.appointment.CourseMother.TREATMENT;

import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.assessment.ManyDocuments;
import uk.kinbridge.assessment.appointment.CalendarFeed;
import uk.kinbridge.assessment.appointment.CourseMother;
import uk.kinbridge.assessment.appointment.Courses.Position;
import uk.kinbridge.assessment.appointment.Courses.Query;
import uk.kinbridge.assessment.family.OneFamily;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.testing.OnADatabaseWithIndexes;
import uk.kinbridge.platform.testing.QueryWatch;
import uk.kinbridge.protocols.published.FollowsCalendars.Place;

/** HAC-05, HAC-06: every list of appointments is answered from an index, however many there are. */
@OnADatabaseWithIndexes
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppointmentIndexUseTest {

    private static final Position LATER = new Position(MONDAY_TEN.plusSeconds(500), "copy-500");

    private static final Place BEHIND = new Place("2026-08-21", "copy-500");

    private final QueryWatch watch = QueryWatch.onGivenServer(AppointmentIndexUseTest.class);
    private final MongoTemplate mongo = ManyDocuments.watched(watch);
    private final MongoCourses courses = new MongoCourses(
            mongo, new Aggregates(mongo), ManyDocuments.silent(), ManyDocuments.shippedRules(), OneFamily::alone);
    private final MongoCalendarFeeds feeds = new MongoCalendarFeeds(mongo);

    @BeforeAll
    void fill() {
        courses.add(CourseMother.begun(), MONDAY_TEN);
        ManyDocuments.fill(watch, new AppointmentIndexes().indexesOfAppointments(), (find, i) -> {
            var at = Date.from(MONDAY_TEN.plusSeconds(i));
            find.append("family", "f-" + i)
                    .append("nextAt", at)
                    .append("lastAt", at)
                    .append("calendar", "2026-08-21");
            if (i % 5 != 0) {
                find.append("parties", List.of("a-" + i)).append("people", List.of("p-" + i));
            }
        });
        mongo.insert(
                IntStream.range(0, 2_000)
                        .mapToObj(i -> new CalendarFeed(
                                "feed-" + i, i == 1 ? "p-leila" : "p-" + i, TREATMENT, MONDAY_TEN, null))
                        .toList(),
                MongoCalendarFeeds.COLLECTION);
        var index = new MongoCalendarFeeds.Indexes().indexesOfCalendarFeeds();
        index.indexes().forEach(one -> mongo.indexOps(index.collection()).createIndex(one));
    }

    @AfterAll
    void drop() {
        watch.close();
    }

    Stream<Arguments> questions() {
        return Stream.of(
                asked("a first page of a team's", () -> list(null, null, false, null)),
                asked("a later page of a team's", () -> list(null, null, false, LATER)),
                asked("where something is owed", () -> list(null, null, true, LATER)),
                asked("those of one person", () -> list("p-leila", null, false, LATER)),
                asked("those of one family", () -> list(null, "f-600", false, null)),
                asked("the diary of one person", () -> courses.of("p-leila", MONDAY_TEN, 50)),
                asked("whose clocks are behind", () -> courses.following().behind("2027-01-01", null, 200)),
                asked("who else is behind", () -> courses.following().behind("2027-01-01", BEHIND, 200)),
                asked("one of them", () -> courses.find("copy-7")),
                asked("somebody's calendar addresses", () -> feeds.of("p-leila")),
                asked("one calendar address", () -> feeds.find("feed-1")));
    }

    private void list(@Nullable String person, @Nullable String family, boolean owing, @Nullable Position after) {
        courses.list(new Query(TREATMENT, person, family, owing, after, 26));
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
                        BsonDocument.parse("{find: '" + MongoCourses.COLLECTION + "', filter: {title: 'nothing'}}")))
                .isNotEmpty();
    }
}
