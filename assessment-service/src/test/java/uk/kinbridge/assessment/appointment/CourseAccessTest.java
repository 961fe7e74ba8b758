package uk.kinbridge.assessment.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.assessment.appointment.CourseMother.LEILA;
import static uk.kinbridge.assessment.appointment.CourseMother.SADE;
import static uk.kinbridge.assessment.appointment.CourseMother.SOCIAL_CARE;
import static uk.kinbridge.assessment.appointment.CourseMother.begun;
import static uk.kinbridge.assessment.appointment.CourseMother.caller;
import static uk.kinbridge.assessment.appointment.CourseMother.inHackney;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.kinbridge.assessment.family.Shield;
import uk.kinbridge.platform.security.AccessDecision;

/** A person's whereabouts are never shown to whom they are protected from. */
class CourseAccessTest {

    @Test
    void the_protected_persons_appointments_do_not_exist_for_whom_they_are_protected_from() {
        var course = shielded(List.of(SADE.person()), List.of());

        assertThat(CourseAccess.read(caller(SADE), course)).isEqualTo(new AccessDecision.Concealed());
        assertThat(CourseAccess.read(caller(LEILA), course).isGranted()).isTrue();
    }

    @Test
    void an_agency_in_which_such_a_person_works_learns_of_a_miss_but_no_place_and_no_coming_time() {
        var course = shielded(List.of(), List.of(SOCIAL_CARE));

        assertThat(CourseAccess.read(caller(SADE), course).isGranted()).isTrue();
        assertThat(CourseAccess.seesWhereabouts(caller(SADE), course)).isFalse();
        assertThat(CourseAccess.seesWhereabouts(caller(SADE), begun().next())).isTrue();
    }

    @Test
    void a_shield_that_an_answer_leaves_out_still_holds_until_it_is_lifted() {
        var shield = new Shield("p-1", "m-1", List.of("x"), List.of(), false);
        var lifted = new Shield("p-1", "m-1", List.of("x"), List.of(), true);

        assertThat(Shield.after(List.of(shield), List.of())).containsExactly(shield);
        assertThat(Shield.after(List.of(shield), List.of(lifted))).containsExactly(lifted);
    }

    private static Course shielded(List<String> people, List<String> agencies) {
        var work = inHackney();
        return begun().next()
                .with(new FamilyWork(
                        work.family(),
                        work.member(),
                        work.kind(),
                        work.bornOn(),
                        work.referral(),
                        work.agencies(),
                        List.of(new Shield("p-1", "m-1", people, agencies, false)),
                        work.confirmedAt()));
    }
}
