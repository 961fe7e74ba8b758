package uk.kinbridge.assessment.appointment.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.assessment.appointment.CourseMother.MONDAY_TEN;
import static uk.kinbridge.assessment.appointment.CourseMother.SOCIAL_CARE;
import static uk.kinbridge.assessment.appointment.CourseMother.TREATMENT;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.assessment.ManyDocuments;
import uk.kinbridge.assessment.appointment.CourseMother;
import uk.kinbridge.assessment.appointment.Courses;
import uk.kinbridge.assessment.appointment.Duty;
import uk.kinbridge.assessment.appointment.HandleCourse;
import uk.kinbridge.assessment.family.FamilyRecords;
import uk.kinbridge.assessment.family.KnownFamily;
import uk.kinbridge.assessment.family.KnownReferral;
import uk.kinbridge.assessment.family.OneFamily;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;
import uk.kinbridge.protocols.heldopen.OpenDisagreements;
import uk.kinbridge.protocols.heldopen.OpenDisagreements.Open;
import uk.kinbridge.protocols.heldopen.mongo.OpenDisagreementsConfiguration;

/** SAL-27, ENG-08: while two agencies disagree about appointments, what is owed is not left undone and nothing is ended. */
@OnEachDatabase
class LeavingWhileAgenciesDisagreeTest {

    private static final Caller LEILA =
            new Caller("p-leila", "leila.haddad", "Leila Haddad", TREATMENT, Set.of(), Set.of(Role.PRACTITIONER));
    private static final Instant NOW = MONDAY_TEN.plusSeconds(3 * 86_400);

    private final Courses courses;
    private final OpenDisagreements disagreements;
    private final HandleCourse handle;

    LeavingWhileAgenciesDisagreeTest(TestDatabase database) {
        var mongo = new MongoTemplate(database.client(), database.name());
        var rules = ManyDocuments.shippedRules();
        this.courses = new MongoCourses(mongo, new Aggregates(mongo), ManyDocuments.silent(), rules, OneFamily::alone);
        this.disagreements = new OpenDisagreementsConfiguration().openDisagreements(mongo);
        this.handle = new HandleCourse(courses, rules, new SilentRecords(), disagreements);
    }

    @Test
    void what_is_owed_stays_owed_until_they_agree() {
        var course = CourseMother.missedInARow(1).next();
        courses.add(CourseMother.missedInARow(1), NOW);
        var duty = CourseMother.owed(course, Duty.Kind.OFFER_ANOTHER).id();
        disagreements.opened(
                new Open("d-1", "D-1", "/api/disagreements/d-1", course.id(), List.of(TREATMENT, SOCIAL_CARE)));
        var act = new HandleCourse.Act(course.id(), 1, LEILA, NOW);

        assertThat(handle.leave(act, duty, "Not now."))
                .isInstanceOfSatisfying(
                        HandleCourse.Outcome.HeldOpen.class,
                        held -> assertThat(held.by())
                                .extracting(Open::reference)
                                .containsExactly("D-1"));
        assertThat(handle.end(act, "Over.")).isInstanceOf(HandleCourse.Outcome.HeldOpen.class);
        assertThat(handle.holding(course)).extracting(Open::reference).containsExactly("D-1");

        disagreements.closed("d-1");
        assertThat(handle.leave(act, duty, "Not now.")).isInstanceOf(HandleCourse.Outcome.Done.class);
    }

    /** The family's record does not answer; what was known goes on. */
    private static final class SilentRecords implements FamilyRecords {
        @Override
        public Answer<KnownFamily> family(String id, Caller caller) {
            return new Answer.Unreachable<>();
        }

        @Override
        public Answer<KnownReferral> referral(String id, Caller caller) {
            return new Answer.Unreachable<>();
        }
    }
}
