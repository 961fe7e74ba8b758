package uk.kinbridge.assessment.lost.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.assessment.appointment.CourseMother.MONDAY_TEN;
import static uk.kinbridge.assessment.appointment.CourseMother.TREATMENT;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.assessment.ManyDocuments;
import uk.kinbridge.assessment.NewHoliday;
import uk.kinbridge.assessment.appointment.CourseMother;
import uk.kinbridge.assessment.family.OneFamily;
import uk.kinbridge.assessment.lost.SearchExamples;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;

/** SAL-21: the time to find a family comes up to a new list of bank holidays, once. */
@OnEachDatabase
class SearchesFollowCalendarsTest {

    private final MongoTemplate mongo;

    SearchesFollowCalendarsTest(TestDatabase database) {
        mongo = new MongoTemplate(database.client(), database.name());
    }

    @Test
    void each_moves_once() {
        var searches = new MongoSearches(
                mongo,
                new Aggregates(mongo),
                ManyDocuments.silent(),
                ManyDocuments.rules(NewHoliday.on("2026-11-24")),
                OneFamily::alone);
        searches.add(
                SearchExamples.begun(
                        "l-1",
                        "L-1",
                        List.of(TREATMENT),
                        CourseMother.LEILA,
                        CourseMother.rules("hackney"),
                        MONDAY_TEN),
                MONDAY_TEN);

        NewHoliday.movesOnce(searches.following(), MONDAY_TEN.plusSeconds(60), "l-1");
        assertThat(searches.find("l-1").orElseThrow().search().clocks())
                .singleElement()
                .satisfies(clock -> assertThat(clock.dueAt()).isEqualTo("2026-11-26T17:00:00Z"));
    }
}
