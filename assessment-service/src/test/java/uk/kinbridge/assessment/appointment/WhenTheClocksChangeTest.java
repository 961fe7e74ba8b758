package uk.kinbridge.assessment.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.assessment.appointment.CourseMother.LEILA;
import static uk.kinbridge.assessment.appointment.CourseMother.at;
import static uk.kinbridge.assessment.appointment.CourseMother.inHackney;
import static uk.kinbridge.assessment.appointment.CourseMother.missed;
import static uk.kinbridge.assessment.appointment.CourseMother.owed;
import static uk.kinbridge.assessment.appointment.CourseMother.rules;
import static uk.kinbridge.assessment.appointment.CourseMother.told;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both changes of the clocks: reminders come at the same hour of the day, and 24 hours are 24 hours (HAC-05). */
class WhenTheClocksChangeTest {

    private final Rules hackney = rules("hackney");

    @ParameterizedTest(name = "{0}: reminded {1}, told by {2}")
    @CsvSource({
        // in March the night is an hour shorter: ten o'clock on the day before lies 23 hours back
        "2027-03-28T09:00:00Z, 2027-03-27T10:00:00Z, 2027-03-29T09:00:00Z",
        // in October an hour longer: 25 hours back
        "2026-10-25T10:00:00Z, 2026-10-24T09:00:00Z, 2026-10-26T10:00:00Z",
        // the hour that comes twice: the second one, half past one in winter time
        "2026-10-25T01:30:00Z, 2026-10-24T00:30:00Z, 2026-10-26T01:30:00Z"
    })
    void the_day_before_is_the_same_hour_and_the_24_hours_are_elapsed(Instant at, Instant reminded, Instant toldBy) {
        var begun = Course.begun(
                        "c-1",
                        "A-1",
                        Purpose.ASSESSMENT,
                        inHackney(),
                        at(at),
                        LEILA,
                        hackney,
                        at.minus(Duration.ofDays(3)))
                .next();

        assertThat(begun.wakeAt()).contains(reminded);
        assertThat(told(begun.elapse(reminded, hackney), "reminder-1")).hasSize(1);
        var course = missed(begun.elapse(reminded, hackney).next(), hackney).next();
        assertThat(MissingAnAppointmentTest.clock(course, owed(course, Duty.Kind.TELL)).dueAt())
                .isEqualTo(toldBy);
    }
}
