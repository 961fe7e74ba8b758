package uk.kinbridge.assessment.assessment.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.assessment.NewHoliday;
import uk.kinbridge.assessment.assessment.AssessmentMother;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;

/** JWP-13: running reviews come up to a new list of bank holidays, once; nobody looks at a closed one again. */
@OnEachDatabase
class AssessmentsFollowCalendarsTest {

    private static final Instant FRIDAY = Instant.parse("2026-12-18T10:00:00Z");

    private final MongoTemplate mongo;

    AssessmentsFollowCalendarsTest(TestDatabase database) {
        mongo = Rig.template(database.client(), database.name());
    }

    @Test
    void each_moves_once() {
        var assessments = Rig.assessments(mongo, NewHoliday.on("2026-12-29"));
        assessments.add(Change.silent(AssessmentMother.reopenedBy("f-1", FRIDAY)), FRIDAY);

        NewHoliday.movesOnce(assessments.following(), FRIDAY.plusSeconds(60), "a-of-f-1");
        var moved = assessments.find("a-of-f-1").orElseThrow().assessment();
        assertThat(moved.running("review-after-change").orElseThrow().dueAt()).isEqualTo("2026-12-30T17:00:00Z");
    }
}
