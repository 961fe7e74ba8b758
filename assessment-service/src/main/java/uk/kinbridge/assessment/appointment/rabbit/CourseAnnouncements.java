package uk.kinbridge.assessment.appointment.rabbit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.kinbridge.assessment.appointment.CourseEvent;
import uk.kinbridge.assessment.appointment.CourseEvent.AttendanceFailing;
import uk.kinbridge.assessment.appointment.CourseEvent.Missed;
import uk.kinbridge.assessment.appointment.CourseEvent.NextStepsAgreed;
import uk.kinbridge.assessment.appointment.CourseEvent.OffersUsedUp;
import uk.kinbridge.assessment.appointment.CourseEvent.OutcomeRecorded;
import uk.kinbridge.assessment.appointment.CourseEvent.Subject;
import uk.kinbridge.assessment.appointment.CourseEvent.TakenBack;
import uk.kinbridge.assessment.appointment.CourseEvent.Told;
import uk.kinbridge.assessment.kept.Actor;
import uk.kinbridge.assessment.kept.Pinned;
import uk.kinbridge.platform.messaging.CloudEvents;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Announcement;
import uk.kinbridge.platform.mongo.OutboxEntry;

/** The events of appointments as {@code contracts/events} describes them: ids and facts, nobody's name or words. */
@Component
class CourseAnnouncements implements EventEncoder<CourseEvent> {

    static final String OUTCOME_RECORDED = "uk.kinbridge.appointment.outcome-recorded.v1";

    private final CloudEvents events;

    CourseAnnouncements(CloudEvents events) {
        this.events = events;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AppointmentV1(
            String id,
            String reference,
            String agency,
            String family,
            String member,
            @Nullable String referral) {
        static AppointmentV1 of(Subject s) {
            return new AppointmentV1(s.id(), s.reference(), s.agency(), s.family(), s.member(), s.referral());
        }
    }

    record By(String person, String name, String agency) {
        static By of(Actor actor) {
            return new By(actor.person(), actor.name(), actor.agency());
        }
    }

    record MissedV1(AppointmentV1 appointment, int number, int inARow, String outcome, By by, Instant at) {}

    record TakenBackV1(AppointmentV1 appointment, int number, boolean offersLeft, By by, Instant at) {}

    record UsedUpV1(AppointmentV1 appointment, int inARow, By by, Instant at) {}

    record AgreedV1(AppointmentV1 appointment, String decision, By by, Instant at) {}

    record FailingV1(AppointmentV1 appointment, int missed, By by, Instant at, List<String> obligations) {}

    record ShieldV1(String id, String member, List<String> people, List<String> agencies, boolean lifted) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecordedV1(
            AppointmentV1 appointment,
            int number,
            Instant at,
            @Nullable String sign,
            int revision,
            List<String> agencies,
            List<ShieldV1> shields,
            Pinned protocol,
            By by,
            Instant recordedAt) {}

    @Override
    public OutboxEntry encode(String id, CourseEvent event, Instant now) {
        return events.encode(id, announcement(event), now);
    }

    static Announcement announcement(CourseEvent event) {
        return switch (event) {
            case Told(var news) -> new Announcement(news.type(), news.about().id(), news.payload());
            case OutcomeRecorded o -> of(OUTCOME_RECORDED, o.subject(), recorded(o));
            case Missed m ->
                of(
                        "uk.kinbridge.appointment.missed.v1",
                        m.subject(),
                        new MissedV1(
                                AppointmentV1.of(m.subject()),
                                m.offer(),
                                m.inARow(),
                                word(m.attendance()),
                                By.of(m.by()),
                                m.at()));
            case TakenBack t ->
                of(
                        "uk.kinbridge.appointment.missed-taken-back.v1",
                        t.subject(),
                        new TakenBackV1(
                                AppointmentV1.of(t.subject()), t.offer(), t.offersLeft(), By.of(t.by()), t.at()));
            case OffersUsedUp u ->
                of(
                        "uk.kinbridge.appointment.offers-used-up.v1",
                        u.subject(),
                        new UsedUpV1(AppointmentV1.of(u.subject()), u.inARow(), By.of(u.by()), u.at()));
            case NextStepsAgreed a ->
                of(
                        "uk.kinbridge.appointment.next-steps-agreed.v1",
                        a.subject(),
                        new AgreedV1(AppointmentV1.of(a.subject()), word(a.decision()), By.of(a.by()), a.at()));
            case AttendanceFailing f ->
                of(
                        "uk.kinbridge.appointment.attendance-failing.v1",
                        f.subject(),
                        new FailingV1(
                                AppointmentV1.of(f.subject()), f.missed(), By.of(f.by()), f.at(), f.obligations()));
        };
    }

    private static Announcement of(String type, Subject subject, Object payload) {
        return new Announcement(type, subject.id(), payload);
    }

    private static RecordedV1 recorded(OutcomeRecorded o) {
        var sign = o.sign();
        return new RecordedV1(
                AppointmentV1.of(o.subject()),
                o.offer(),
                o.at(),
                sign == null ? null : sign.word(),
                o.revision(),
                o.work().agencies(),
                o.work().shields().stream()
                        .map(s -> new ShieldV1(s.id(), s.memberId(), s.fromPeople(), s.fromAgencies(), s.lifted()))
                        .toList(),
                o.protocol(),
                By.of(o.by()),
                o.recordedAt());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
