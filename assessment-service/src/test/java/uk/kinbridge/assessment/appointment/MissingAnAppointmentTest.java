package uk.kinbridge.assessment.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.assessment.appointment.CourseMother.LEILA;
import static uk.kinbridge.assessment.appointment.CourseMother.MONDAY_TEN;
import static uk.kinbridge.assessment.appointment.CourseMother.SADE;
import static uk.kinbridge.assessment.appointment.CourseMother.SOCIAL_CARE;
import static uk.kinbridge.assessment.appointment.CourseMother.TREATMENT;
import static uk.kinbridge.assessment.appointment.CourseMother.at;
import static uk.kinbridge.assessment.appointment.CourseMother.begun;
import static uk.kinbridge.assessment.appointment.CourseMother.days;
import static uk.kinbridge.assessment.appointment.CourseMother.done;
import static uk.kinbridge.assessment.appointment.CourseMother.missed;
import static uk.kinbridge.assessment.appointment.CourseMother.missedInARow;
import static uk.kinbridge.assessment.appointment.CourseMother.offered;
import static uk.kinbridge.assessment.appointment.CourseMother.owed;
import static uk.kinbridge.assessment.appointment.CourseMother.rules;
import static uk.kinbridge.assessment.appointment.CourseMother.said;
import static uk.kinbridge.assessment.appointment.CourseMother.told;
import static uk.kinbridge.assessment.appointment.CourseMother.why;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import uk.kinbridge.assessment.appointment.CourseEvent.OffersUsedUp;
import uk.kinbridge.assessment.appointment.CourseEvent.Told;
import uk.kinbridge.assessment.news.Addressee;
import uk.kinbridge.assessment.news.News;
import uk.kinbridge.platform.clock.Clock;

/** HAC-05 and HAC-06: what a missed appointment leads to, from the pack's rules. */
class MissingAnAppointmentTest {

    private final Rules hackney = rules("hackney");

    @Test
    void the_first_missed_one_is_told_to_the_referrer_within_24_hours_of_the_appointment() {
        var change = missedInARow(1);

        var tell = owed(change.next(), Duty.Kind.TELL);
        assertThat(told(change, tell.id())).containsExactly(new Addressee(SOCIAL_CARE, "practitioner", SADE.person()));
        assertThat(clock(change.next(), tell).dueAt()).isEqualTo(days(1).plus(Duration.ofHours(24)));
        assertThat(tell.obligations()).contains("HAC-05");
    }

    @Test
    void the_24_hours_run_from_the_appointment_however_late_somebody_writes_it_down() {
        var course = begun().next();
        var late = days(3);

        var change = done(course.record(1, said(Attendance.DID_NOT_ATTEND, LEILA, late), hackney, late));
        var after = change.next().elapse(late, hackney);

        assertThat(clock(change.next(), owed(change.next(), Duty.Kind.TELL)).dueAt()).isEqualTo(days(2));
        assertThat(after.events())
                .anyMatch(e -> e instanceof Told(News.Overdue o) && o.metAt() == null && o.clock().kind().startsWith("tell"));
    }

    @Test
    void an_acknowledgement_of_the_other_side_stops_the_clock_at_the_moment_of_the_act() {
        var course = missedInARow(1).next();
        var tell = owed(course, Duty.Kind.TELL);
        var act = days(1).plus(Duration.ofHours(5));

        var change = course.acknowledged(tell.id(), SADE, act, hackney, days(9)).orElseThrow();

        assertThat(clock(change.next(), tell).metAt()).isEqualTo(act);
        assertThat(change.next().owed()).noneMatch(d -> d.kind() == Duty.Kind.TELL);
        assertThat(change.next().acknowledged(tell.id(), SADE, act, hackney, days(9))).isEmpty();
    }

    @Test
    void a_colleagues_own_acknowledgement_is_not_the_telling() {
        var course = missedInARow(1).next();

        assertThat(course.acknowledged(owed(course, Duty.Kind.TELL).id(), LEILA, days(1), hackney, days(1)))
                .isEmpty();
    }

    @Test
    void a_recorded_telling_stops_the_clock_as_well() {
        var course = missedInARow(1).next();
        var tell = owed(course, Duty.Kind.TELL);

        var change = done(course.told(tell.id(), LEILA, "Told the duty social worker by telephone", hackney, days(2)));

        assertThat(clock(change.next(), tell).isOpen()).isFalse();
        assertThat(change.events()).anyMatch(e -> e instanceof Told(News.NoticeFulfilled f) && f.purpose().equals(tell.id()));
    }

    @Test
    void an_untold_one_ends_with_the_managers_of_both_sides_and_is_overdue_for_the_whole_suite() {
        var course = missedInARow(1).next();
        var tell = owed(course, Duty.Kind.TELL);

        var change = course.elapse(days(2), hackney);

        assertThat(told(change, tell.id() + "-overdue"))
                .containsExactlyInAnyOrder(
                        new Addressee(TREATMENT, "manager", null),
                        new Addressee(TREATMENT, "safeguarding-lead", null),
                        new Addressee(SOCIAL_CARE, "manager", null));
        assertThat(change.events()).anyMatch(e -> e instanceof Told(News.Overdue o) && o.metAt() == null);
        assertThat(change.next().elapse(days(3), hackney).events())
                .as("once")
                .noneMatch(e -> e instanceof Told(News.Overdue o) && o.clock().kind().equals(tell.id()));
    }

    @Test
    void the_second_and_the_third_are_offered_by_themselves_and_need_only_a_time() {
        for (int missed = 1; missed <= 2; missed++) {
            var course = missedInARow(missed).next();

            var offer = owed(course, Duty.Kind.OFFER_ANOTHER);

            assertThat(clock(course, offer).dueAt()).isAfter(course.offers().getLast().at());
            assertThat(offered(course, hackney).owed()).noneMatch(d -> d.kind() == Duty.Kind.OFFER_ANOTHER);
        }
    }

    @Test
    void after_the_third_both_services_decide_together_and_no_fourth_is_offered() {
        var change = missedInARow(3);

        assertThat(owed(change.next(), Duty.Kind.DISCUSS_JOINTLY).obligations()).containsExactly("HAC-06");
        assertThat(change.next().owed()).noneMatch(d -> d.kind() == Duty.Kind.OFFER_ANOTHER);
        assertThat(change.events()).anyMatch(e -> e instanceof OffersUsedUp u && u.inARow() == 3);
        assertThat(missedInARow(2).events()).noneMatch(e -> e instanceof OffersUsedUp);
    }

    @Test
    void the_joint_decision_is_recorded_and_the_count_begins_anew() {
        var course = missedInARow(3).next();
        var discuss = owed(course, Duty.Kind.DISCUSS_JOINTLY);
        var now = days(4);
        var discussion = new Discussion(LEILA, now, "Sade Okafor", Discussion.Decision.OFFER_AGAIN, "Once more.", 3);

        var change = done(course.discussed(discuss.id(), discussion, hackney, now));
        var again = missed(
                done(change.next().offer(at(days(8)), LEILA, hackney, now)).next(), hackney);

        assertThat(clock(change.next(), discuss).metAt()).isEqualTo(now);
        assertThat(owed(change.next(), Duty.Kind.OFFER_ANOTHER)).isNotNull();
        assertThat(again.events()).anyMatch(e -> e instanceof CourseEvent.Missed m && m.inARow() == 1);
    }

    @Test
    void who_came_in_between_begins_the_count_anew() {
        var course = offered(missedInARow(2).next(), hackney);
        var now = course.offers().getLast().at().plusSeconds(60);
        var came = done(course.record(3, said(Attendance.LATE, LEILA, now), hackney, now)).next();

        var change = missed(offered(came, hackney), hackney);

        assertThat(change.events()).anyMatch(e -> e instanceof CourseEvent.Missed m && m.inARow() == 1);
    }

    @Test
    void what_a_service_cancelled_neither_counts_nor_is_held_against_anybody() {
        var course = begun().next();
        var cancelled = new Offer.Recorded(Attendance.CANCELLED, CancelledBy.SERVICE, null, LEILA, MONDAY_TEN, null);

        var change = done(course.record(1, cancelled, hackney, MONDAY_TEN));

        assertThat(change.next().missedInARow()).isZero();
        assertThat(change.events())
                .anyMatch(e -> e instanceof CourseEvent.OutcomeRecorded o && o.sign() == null);
    }

    @Test
    void an_outcome_that_nobody_records_becomes_a_managers() {
        var course = begun().next();
        var record = owed(course, Duty.Kind.RECORD_OUTCOME);

        var change = course.elapse(clock(course, record).dueAt(), hackney);

        assertThat(told(change, record.id() + "-overdue")).contains(new Addressee(TREATMENT, "manager", null));
    }

    @Test
    void nobody_can_have_missed_what_has_not_come_yet() {
        var course = begun().next();

        assertThat(why(course.record(1, said(Attendance.DID_NOT_ATTEND, LEILA, MONDAY_TEN), hackney, MONDAY_TEN)))
                .isEqualTo(Ruling.Why.NOT_YET);
        assertThat(done(course.record(1, said(Attendance.REFUSED, LEILA, MONDAY_TEN), hackney, MONDAY_TEN)))
                .isNotNull();
    }

    @Test
    void cannot_end_while_somebody_has_yet_to_be_told() {
        assertThat(why(missedInARow(1).next().end(LEILA, "Moved away", hackney, days(2))))
                .isEqualTo(Ruling.Why.SOMETHING_OWED);
    }

    static Clock clock(Course course, Duty duty) {
        return course.clocks().stream()
                .filter(c -> c.kind().equals(duty.id()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no clock " + duty.id()));
    }

    static Instant due(Course course, Duty.Kind kind) {
        return clock(course, owed(course, kind)).dueAt();
    }
}
