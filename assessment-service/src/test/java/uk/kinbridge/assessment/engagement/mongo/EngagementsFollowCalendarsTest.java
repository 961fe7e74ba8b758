package uk.kinbridge.assessment.engagement.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.assessment.appointment.CourseMother.MONDAY_TEN;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.assessment.ManyDocuments;
import uk.kinbridge.assessment.NewHoliday;
import uk.kinbridge.assessment.engagement.EngagementExamples;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;

/** FAP-12: the time to review a risk comes up to a new list of bank holidays, once. */
@OnEachDatabase
class EngagementsFollowCalendarsTest {

    private static final String HEALTH = "portsmouth-mental-health";

    private final MongoTemplate mongo;

    EngagementsFollowCalendarsTest(TestDatabase database) {
        mongo = new MongoTemplate(database.client(), database.name());
    }

    @Test
    void each_moves_once() {
        var engagements = new MongoEngagements(
                mongo, new Aggregates(mongo), ManyDocuments.silent(), ManyDocuments.rules(NewHoliday.on("2026-11-24")));
        engagements.addOnce(EngagementExamples.asked("f-1", List.of(HEALTH)), MONDAY_TEN, "m-1");

        NewHoliday.movesOnce(engagements.following(), MONDAY_TEN.plusSeconds(60), "f-1");
        assertThat(engagements.find("f-1").orElseThrow().engagement().clocks())
                .singleElement()
                .satisfies(clock -> assertThat(clock.variations()).hasSize(1));
    }
}
