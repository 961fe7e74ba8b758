package uk.kinbridge.assessment.assessment.rabbit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.kinbridge.assessment.assessment.Actor;
import uk.kinbridge.assessment.assessment.Assessment;
import uk.kinbridge.assessment.assessment.AssessmentEvent;
import uk.kinbridge.assessment.assessment.AssessmentEvent.ClockBreached;
import uk.kinbridge.assessment.assessment.AssessmentEvent.ClockMet;
import uk.kinbridge.assessment.assessment.AssessmentEvent.Happened;
import uk.kinbridge.assessment.assessment.AssessmentEvent.NoticeFulfilled;
import uk.kinbridge.assessment.assessment.AssessmentEvent.NoticeRequested;
import uk.kinbridge.assessment.news.Chases;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.platform.messaging.CloudEvents;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Announcement;
import uk.kinbridge.platform.mongo.OutboxEntry;

/** The events of assessments as {@code contracts/events} describes them: ids and facts, nobody's words about a family. */
@Component
class AssessmentAnnouncements implements EventEncoder<AssessmentEvent> {

    private final CloudEvents events;

    AssessmentAnnouncements(CloudEvents events) {
        this.events = events;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record About(
            String type,
            String id,
            @Nullable String reference,
            @Nullable String link) {

        static About full(String id, String reference) {
            return new About("assessment", id, reference, "/api/assessments/" + id);
        }

        static About brief(String id) {
            return new About("assessment", id, null, null);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RequestedV1(
            About about,
            String purpose,
            To recipient,
            String words,
            @Nullable String action,
            String obligation,
            String urgency,
            @Nullable Instant acknowledgeBy,
            @Nullable By sender,
            @Nullable Map<String, Object> chase,
            String protocol,
            Instant requestedAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record To(String agency, String role, @Nullable String person) {}

    record By(String person, String name, String agency) {

        static By of(Actor actor) {
            return new By(actor.person(), actor.name(), actor.agency());
        }
    }

    record FulfilledV1(About about, String purpose, By by, Instant at) {}

    record ProtocolV1(String pack, int version, String hash) {

        static ProtocolV1 of(Assessment a) {
            return new ProtocolV1(
                    a.protocol().pack(), a.protocol().version(), a.protocol().hash());
        }
    }

    /** What moves the referral on which an assessment rests. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HappenedV1(
            About assessment,
            String kind,
            String family,
            @Nullable String referral,
            By by,
            Instant at,
            @Nullable Instant appointmentAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OverdueV1(
            About about,
            String clock,
            String words,
            List<String> obligations,
            Owner owner,
            List<String> others,
            Instant startedAt,
            Instant dueAt,
            Instant breachedAt,
            @Nullable Instant metAt,
            ProtocolV1 protocol) {}

    @Override
    public OutboxEntry encode(String id, AssessmentEvent event, Instant now) {
        return events.encode(id, announcement(event), now);
    }

    static Announcement announcement(AssessmentEvent event) {
        return switch (event) {
            case NoticeRequested n -> new Announcement("uk.kinbridge.notice.requested.v1", n.id(), requested(n));
            case NoticeFulfilled f ->
                new Announcement(
                        "uk.kinbridge.notice.fulfilled.v1",
                        f.id(),
                        new FulfilledV1(About.brief(f.id()), f.purpose(), By.of(f.by()), f.at()));
            case ClockBreached b ->
                new Announcement(
                        "uk.kinbridge.clock.breached.v1",
                        b.assessment().id(),
                        overdue(b.assessment(), b.clock(), b.words(), null));
            case ClockMet m ->
                new Announcement(
                        "uk.kinbridge.clock.met.v1",
                        m.assessment().id(),
                        overdue(m.assessment(), m.breached(), m.words(), m.metAt()));
            case Happened h ->
                new Announcement(
                        "uk.kinbridge.assessment." + h.what().word() + ".v1",
                        h.assessment().id(),
                        happened(h));
        };
    }

    private static HappenedV1 happened(Happened h) {
        var a = h.assessment();
        return new HappenedV1(
                About.full(a.id(), a.reference()),
                a.kind().word(),
                a.family().id(),
                a.referral(),
                By.of(h.by()),
                h.at(),
                h.appointmentAt());
    }

    private static RequestedV1 requested(NoticeRequested n) {
        return new RequestedV1(
                About.full(n.id(), n.reference()),
                n.purpose(),
                new To(n.to().agency(), n.to().role(), n.to().person()),
                n.words(),
                n.action(),
                n.obligation(),
                n.urgency(),
                n.acknowledgeBy(),
                n.sender() == null ? null : By.of(n.sender()),
                Chases.payload(n.chase(), to -> Chases.to(to.agency(), to.role(), to.person())),
                n.protocol(),
                n.at());
    }

    private static OverdueV1 overdue(Assessment a, Clock clock, String words, @Nullable Instant metAt) {
        return new OverdueV1(
                About.full(a.id(), a.reference()),
                clock.kind(),
                words,
                clock.obligations(),
                clock.owner(),
                a.agencies().stream()
                        .filter(agency -> !agency.equals(clock.owner().agency()))
                        .toList(),
                clock.startedAt(),
                clock.dueAt(),
                Objects.requireNonNull(clock.breachedAt()),
                metAt,
                ProtocolV1.of(a));
    }
}
