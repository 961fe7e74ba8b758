package uk.kinbridge.assessment.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.assessment.NewHoliday.clock;
import static uk.kinbridge.assessment.NewHoliday.hasMoved;
import static uk.kinbridge.assessment.appointment.CourseMother.LEILA;
import static uk.kinbridge.assessment.appointment.CourseMother.MONDAY_TEN;
import static uk.kinbridge.assessment.appointment.CourseMother.TREATMENT;
import static uk.kinbridge.assessment.appointment.CourseMother.begun;
import static uk.kinbridge.assessment.appointment.CourseMother.missedInARow;
import static uk.kinbridge.assessment.appointment.CourseMother.notices;
import static uk.kinbridge.assessment.appointment.CourseMother.owed;
import static uk.kinbridge.assessment.appointment.CourseMother.rules;

import org.junit.jupiter.api.Test;
import uk.kinbridge.assessment.NewHoliday;
import uk.kinbridge.assessment.news.Addressee;

/** HAC-05, HAC-06: what is owed after a missed appointment follows bank holidays that are published meanwhile. */
class NewBankHolidayTest {

    /** The appointment is on Tuesday; what became of it is said by the end of Wednesday, unless that becomes a holiday. */
    @Test
    void what_is_owed_in_working_time_moves_in_sight_of_the_one_in_charge() {
        var course = begun().next();
        var outcome = owed(course, Duty.Kind.RECORD_OUTCOME).id();
        var before = clock(course.clocks(), outcome);
        var newer = rules("hackney", NewHoliday.on("2026-11-25"));
        assertThat(before.dueAt()).isEqualTo("2026-11-25T17:00:00Z");

        var change = course.brought(MONDAY_TEN.plusSeconds(60), newer).orElseThrow();

        hasMoved(before, clock(change.next().clocks(), outcome), "2026-11-26T17:00:00Z");
        assertThat(change.next().history().getLast()).satisfies(line -> {
            assertThat(line.what()).isEqualTo("clock.moved");
            assertThat(line.words()).contains("Thursday 26 November 2026", NewHoliday.VERSION);
            assertThat(line.by()).isNull();
        });
        assertThat(notices(change)).singleElement().satisfies(n -> {
            assertThat(n.purpose()).isEqualTo(outcome + "-moved-" + NewHoliday.VERSION);
            assertThat(n.to()).isEqualTo(new Addressee(TREATMENT, "practitioner", LEILA.person()));
            assertThat(n.words()).contains("no longer on Wednesday 25 November 2026");
        });
        assertThat(change.next().brought(MONDAY_TEN.plusSeconds(120), newer)).isEmpty();
    }

    @Test
    void the_24_hours_of_the_first_telling_wait_for_no_holiday() {
        var course = missedInARow(1).next();
        var tell = owed(course, Duty.Kind.TELL).id();
        var before = clock(course.clocks(), tell);
        var newer = rules("hackney", NewHoliday.on(before.dueAt().toString().substring(0, 10)));

        var after = course.brought(before.startedAt().plusSeconds(60), newer)
                .orElseThrow()
                .next();

        assertThat(clock(after.clocks(), tell).dueAt()).isEqualTo(before.dueAt());
        assertThat(clock(after.clocks(), tell).variations()).isEmpty();
    }
}
