package uk.kinbridge.assessment.appointment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.assessment.appointment.CourseMother.LEILA;
import static uk.kinbridge.assessment.appointment.CourseMother.at;
import static uk.kinbridge.assessment.appointment.CourseMother.begun;
import static uk.kinbridge.assessment.appointment.CourseMother.inHackney;
import static uk.kinbridge.assessment.appointment.CourseMother.rules;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.kinbridge.assessment.appointment.AppointmentExamples;
import uk.kinbridge.assessment.appointment.Course;
import uk.kinbridge.assessment.appointment.Offer;

/** Calendars are shared and synchronised: they hold a reference, a time and a link, and nobody and no place. */
class CalendarTextTest {

    private final CalendarText text = new CalendarText("https://kinbridge.example");

    @Test
    void holds_a_reference_and_a_link_and_nobody_and_no_place() {
        var course = begun().next();

        assertThat(text.of(course, course.offers().getFirst()))
                .contains("A-3333-3333", "URL:https://kinbridge.example/api/appointments/c-1")
                .doesNotContain("Clapton", "Haddad", "m-1", "f-1", "LOCATION", "ATTENDEE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2027-03-28T00:30:00Z", "2027-03-28T01:30:00Z", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"})
    void is_the_same_moment_in_the_nights_when_the_clocks_change(String moment) throws Exception {
        var course = AppointmentExamples.begun(inHackney(), at(Instant.parse(moment)), LEILA, rules("hackney"));

        VEvent event = (VEvent) new CalendarBuilder()
                .build(new StringReader(text.of(course, course.offers().getFirst())))
                .getComponent("VEVENT")
                .orElseThrow();

        Temporal start = event.getDateTimeStart().getDate();
        assertThat(Instant.from(start)).isEqualTo(Instant.parse(moment));
    }

    @Test
    void a_feed_holds_only_what_that_person_comes_to() {
        var course = begun().next();

        assertThat(text.of(List.of(course), LEILA.person())).contains("BEGIN:VEVENT");
        assertThat(text.of(List.of(course), "somebody-else")).doesNotContain("BEGIN:VEVENT");
    }

    @Test
    void an_hour_is_an_hour() {
        Course course = begun().next();
        Offer offer = course.offers().getFirst();

        assertThat(Duration.between(offer.at(), offer.endsAt())).isEqualTo(Duration.ofHours(1));
        assertThat(text.of(course, offer)).contains("DURATION:PT1H");
    }
}
