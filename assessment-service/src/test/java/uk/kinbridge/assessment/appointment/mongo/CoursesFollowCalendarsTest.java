package uk.kinbridge.assessment.appointment.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.assessment.appointment.CourseMother.MONDAY_TEN;

import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.assessment.ManyDocuments;
import uk.kinbridge.assessment.NewHoliday;
import uk.kinbridge.assessment.appointment.CourseMother;
import uk.kinbridge.assessment.family.OneFamily;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;

/** HAC-05: what is owed about an appointment comes up to a new list of bank holidays, once. */
@OnEachDatabase
class CoursesFollowCalendarsTest {

    private final MongoTemplate mongo;

    CoursesFollowCalendarsTest(TestDatabase database) {
        mongo = new MongoTemplate(database.client(), database.name());
    }

    @Test
    void each_moves_once() {
        var courses = new MongoCourses(
                mongo,
                new Aggregates(mongo),
                ManyDocuments.silent(),
                ManyDocuments.rules(NewHoliday.on("2026-11-25")),
                OneFamily::alone);
        courses.add(CourseMother.begun(), MONDAY_TEN);

        NewHoliday.movesOnce(courses.following(), MONDAY_TEN.plusSeconds(60), "c-1");
        assertThat(courses.find("c-1").orElseThrow().course().clocks())
                .singleElement()
                .satisfies(clock -> assertThat(clock.dueAt()).isEqualTo("2026-11-26T17:00:00Z"));
    }
}
