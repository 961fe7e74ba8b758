package uk.kinbridge.assessment.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.assessment.appointment.CourseMother.LEILA;
import static uk.kinbridge.assessment.appointment.CourseMother.MONDAY_TEN;
import static uk.kinbridge.assessment.appointment.CourseMother.SADE;
import static uk.kinbridge.assessment.appointment.CourseMother.SOCIAL_CARE;
import static uk.kinbridge.assessment.appointment.CourseMother.at;
import static uk.kinbridge.assessment.appointment.CourseMother.begun;
import static uk.kinbridge.assessment.appointment.CourseMother.corrected;
import static uk.kinbridge.assessment.appointment.CourseMother.days;
import static uk.kinbridge.assessment.appointment.CourseMother.done;
import static uk.kinbridge.assessment.appointment.CourseMother.missed;
import static uk.kinbridge.assessment.appointment.CourseMother.missedInARow;
import static uk.kinbridge.assessment.appointment.CourseMother.ofAChild;
import static uk.kinbridge.assessment.appointment.CourseMother.offered;
import static uk.kinbridge.assessment.appointment.CourseMother.owed;
import static uk.kinbridge.assessment.appointment.CourseMother.rules;
import static uk.kinbridge.assessment.appointment.CourseMother.said;
import static uk.kinbridge.assessment.appointment.CourseMother.told;
import static uk.kinbridge.assessment.appointment.CourseMother.why;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.kinbridge.assessment.news.Addressee;
import uk.kinbridge.protocols.pack.EngagementPattern.Sign;

/** FAP-12: outcomes blame nobody, and a wrong one is put right in the open. */
class OutcomesWithoutBlameTest {

    private final Rules hackney = rules("hackney");

    @Test
    void a_child_does_not_fail_to_attend_but_was_not_brought() {
        var course = course(ofAChild(LocalDate.of(2020, 1, 1)));

        assertThat(why(course.record(1, said(Attendance.DID_NOT_ATTEND, LEILA, days(1)), hackney, days(1))))
                .isEqualTo(Ruling.Why.A_CHILD_IS_BROUGHT);
        assertThat(done(course.record(1, said(Attendance.WAS_NOT_BROUGHT, LEILA, days(1)), hackney, days(1)))
                        .events())
                .anyMatch(e -> e instanceof CourseEvent.OutcomeRecorded o && o.sign() == Sign.WAS_NOT_BROUGHT);
    }

    @Test
    void a_young_person_of_sixteen_may_fail_to_attend() {
        var course = course(ofAChild(LocalDate.of(2010, 1, 1)));

        assertThat(done(course.record(1, said(Attendance.DID_NOT_ATTEND, LEILA, days(1)), hackney, days(1))))
                .isNotNull();
    }

    @Test
    void a_cancellation_says_by_whom_and_nothing_else_does() {
        var course = begun().next();
        var byNobody = said(Attendance.CANCELLED, LEILA, MONDAY_TEN);
        var came = new Offer.Recorded(Attendance.ATTENDED, CancelledBy.PERSON, null, LEILA, days(1), null);

        assertThat(why(course.record(1, byNobody, hackney, MONDAY_TEN))).isEqualTo(Ruling.Why.CANCELLED_BY_WHOM);
        assertThat(why(course.record(1, came, hackney, days(1)))).isEqualTo(Ruling.Why.CANCELLED_BY_WHOM);
    }

    @Test
    void a_refused_home_visit_is_a_sign_of_its_own() {
        assertThat(Attendance.REFUSED.sign(Mode.HOME_VISIT)).isEqualTo(Sign.VISIT_REFUSED);
        assertThat(Attendance.REFUSED.sign(Mode.IN_PERSON)).isEqualTo(Sign.REFUSED);
    }

    @Test
    void a_correction_keeps_both_and_takes_back_what_followed() {
        var course = missedInARow(1).next();
        var now = days(1).plusSeconds(7200);

        var change = done(course.correct(1, corrected(Attendance.ATTENDED, LEILA, now), hackney, now));
        var after = change.next();

        assertThat(after.offers().getFirst().outcomes()).hasSize(2);
        assertThat(after.owed()).isEmpty();
        assertThat(after.clocks()).noneMatch(c -> c.isOpen());
        assertThat(told(change, "tell-1-corrected"))
                .containsExactly(new Addressee(SOCIAL_CARE, "practitioner", SADE.person()));
        assertThat(change.events()).anyMatch(e -> e instanceof CourseEvent.TakenBack);
        assertThat(change.events())
                .anyMatch(e ->
                        e instanceof CourseEvent.OutcomeRecorded o && o.revision() == 2 && o.sign() == Sign.ATTENDED);
    }

    @Test
    void a_corrected_second_of_three_leaves_offers_so_nothing_is_decided_together_and_another_is_offered() {
        var usedUp = missedInARow(3).next();
        var now = days(4);
        assertThat(owed(usedUp, Duty.Kind.DISCUSS_JOINTLY)).isNotNull();

        var change = done(usedUp.correct(2, corrected(Attendance.ATTENDED, LEILA, now), hackney, now));

        assertThat(change.next().owed())
                .extracting(Duty::kind)
                .contains(Duty.Kind.OFFER_ANOTHER)
                .doesNotContain(Duty.Kind.DISCUSS_JOINTLY);
        assertThat(change.events()).anyMatch(e -> e instanceof CourseEvent.TakenBack back && back.offersLeft());
    }

    @Test
    void a_corrected_one_before_the_row_leaves_the_offers_used_up() {
        var course = missedInARow(1).next();
        var missed = course;
        for (int i = 0; i < 3; i++) {
            missed = missed(offered(missed, hackney), hackney).next();
        }
        var now = days(6);

        var change = done(missed.correct(1, corrected(Attendance.ATTENDED, LEILA, now), hackney, now));

        assertThat(change.next().owed()).extracting(Duty::kind).contains(Duty.Kind.DISCUSS_JOINTLY);
        assertThat(change.events()).anyMatch(e -> e instanceof CourseEvent.TakenBack back && !back.offersLeft());
    }

    @Test
    void a_correction_to_missed_leads_to_everything_that_a_miss_leads_to() {
        var came = done(begun().next().record(1, said(Attendance.ATTENDED, LEILA, days(1)), hackney, days(1)))
                .next();

        var change = done(came.correct(1, corrected(Attendance.DID_NOT_ATTEND, LEILA, days(1)), hackney, days(1)));

        assertThat(change.next().owed()).extracting(Duty::kind).contains(Duty.Kind.TELL, Duty.Kind.OFFER_ANOTHER);
    }

    @Test
    void an_outcome_is_not_said_twice_but_corrected() {
        var course = missedInARow(1).next();

        assertThat(why(course.record(1, said(Attendance.ATTENDED, LEILA, days(2)), hackney, days(2))))
                .isEqualTo(Ruling.Why.HAS_AN_OUTCOME);
        assertThat(why(course.correct(1, corrected(Attendance.DID_NOT_ATTEND, LEILA, days(2)), hackney, days(2))))
                .isEqualTo(Ruling.Why.NOTHING_TO_CORRECT);
    }

    private Course course(FamilyWork work) {
        return Course.begun("c-9", "A-9", Purpose.HEALTH, work, at(days(1)), LEILA, hackney, MONDAY_TEN)
                .next();
    }
}
