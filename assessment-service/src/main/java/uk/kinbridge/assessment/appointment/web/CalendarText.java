package uk.kinbridge.assessment.appointment.web;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import uk.kinbridge.assessment.appointment.Attendance;
import uk.kinbridge.assessment.appointment.Course;
import uk.kinbridge.assessment.appointment.Offer;

/**
 * Appointments as iCalendar: a reference and a link, no person and no place, since calendars are shared and synchronised
 * to telephones. Times are in UTC, which no change of the clocks can shift.
 */
record CalendarText(String gateway) {

    static final String MEDIA_TYPE = "text/calendar;charset=UTF-8";

    /** One appointment. */
    String of(Course course, Offer offer) {
        return text(Stream.of(event(course, offer)));
    }

    /** All appointments of these courses to which that person comes. */
    String of(List<Course> courses, String person) {
        return text(courses.stream()
                .flatMap(course -> course.offers().stream()
                        .filter(offer -> offer.who().stream().anyMatch(a -> person.equals(a.person())))
                        .map(offer -> event(course, offer))));
    }

    private VEvent event(Course course, Offer offer) {
        var event = new VEvent(
                offer.at(),
                Duration.ofMinutes(offer.minutes()),
                "Appointment " + course.reference() + " (" + offer.number() + ")");
        var changed = offer.outcome().map(Offer.Recorded::at).orElse(offer.offeredAt());
        event.replace(new DtStamp(changed));
        event.add(new Uid(course.id() + "-" + offer.number() + "@kinbridge"));
        event.add(new Url(URI.create(gateway + "/api/appointments/" + course.id())));
        event.add(new Sequence(offer.outcomes().size()));
        boolean cancelled = offer.outcome()
                .filter(r -> r.attendance() == Attendance.CANCELLED)
                .isPresent();
        event.add(new Status(cancelled ? Status.VALUE_CANCELLED : Status.VALUE_CONFIRMED));
        return event;
    }

    private static String text(Stream<VEvent> events) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Kinbridge//Appointments//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        events.forEach(calendar::add);
        var writer = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return writer.toString();
    }
}
