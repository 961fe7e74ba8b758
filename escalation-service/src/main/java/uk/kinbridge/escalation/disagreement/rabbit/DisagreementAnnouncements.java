package uk.kinbridge.escalation.disagreement.rabbit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.kinbridge.escalation.disagreement.Actor;
import uk.kinbridge.escalation.disagreement.DisagreementEvent;
import uk.kinbridge.escalation.disagreement.DisagreementEvent.Closed;
import uk.kinbridge.escalation.disagreement.DisagreementEvent.NoticeFulfilled;
import uk.kinbridge.escalation.disagreement.DisagreementEvent.NoticeRequested;
import uk.kinbridge.escalation.disagreement.DisagreementEvent.Opened;
import uk.kinbridge.escalation.disagreement.DisagreementEvent.UndertakingDone;
import uk.kinbridge.escalation.disagreement.DisagreementEvent.UndertakingOverdue;
import uk.kinbridge.escalation.disagreement.Pinned;
import uk.kinbridge.escalation.disagreement.Subject;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.platform.messaging.CloudEvents;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Announcement;
import uk.kinbridge.platform.mongo.OutboxEntry;

/** The events of disagreements as {@code contracts/events} describes them: ids and facts, nobody's words. */
@Component
class DisagreementAnnouncements implements EventEncoder<DisagreementEvent> {

    private final CloudEvents events;

    DisagreementAnnouncements(CloudEvents events) {
        this.events = events;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record About(
            String type,
            String id,
            @Nullable String reference,
            @Nullable String link) {
        static About full(String id, String reference) {
            return new About("disagreement", id, reference, "/api/disagreements/" + id);
        }

        static About brief(String id) {
            return new About("disagreement", id, null, null);
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

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SubjectV1(String kind, @Nullable String id, String reference) {
        static SubjectV1 of(Subject subject) {
            return new SubjectV1(subject.kind().word(), subject.id(), subject.plainReference());
        }
    }

    record OpenedV1(
            About disagreement,
            SubjectV1 subject,
            List<String> agencies,
            String area,
            Pinned protocol,
            List<String> obligations,
            Instant openedAt) {}

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
            Pinned protocol) {

        static OverdueV1 of(
                About about, Clock clock, String words, String other, Pinned protocol, @Nullable Instant metAt) {
            return new OverdueV1(
                    about,
                    clock.kind(),
                    words,
                    clock.obligations(),
                    clock.owner(),
                    List.of(other),
                    clock.startedAt(),
                    clock.dueAt(),
                    Objects.requireNonNull(clock.breachedAt()),
                    metAt,
                    protocol);
        }
    }

    record ClosedV1(About disagreement, SubjectV1 subject, List<String> agencies, int level, Instant closedAt) {}

    @Override
    public OutboxEntry encode(String id, DisagreementEvent event, Instant now) {
        return events.encode(id, announcement(event), now);
    }

    static Announcement announcement(DisagreementEvent event) {
        return switch (event) {
            case NoticeRequested n -> new Announcement("uk.kinbridge.notice.requested.v1", n.id(), requested(n));
            case NoticeFulfilled f ->
                new Announcement(
                        "uk.kinbridge.notice.fulfilled.v1",
                        f.id(),
                        new FulfilledV1(About.brief(f.id()), f.purpose(), By.of(f.by()), f.at()));
            case UndertakingOverdue u ->
                new Announcement(
                        "uk.kinbridge.clock.breached.v1",
                        u.id(),
                        OverdueV1.of(
                                About.full(u.id(), u.reference()),
                                u.clock(),
                                u.words(),
                                u.other(),
                                u.protocol(),
                                null));
            case UndertakingDone u ->
                new Announcement(
                        "uk.kinbridge.clock.met.v1",
                        u.id(),
                        OverdueV1.of(
                                About.full(u.id(), u.reference()),
                                u.breached(),
                                u.words(),
                                u.other(),
                                u.protocol(),
                                u.doneAt()));
            case Opened o ->
                new Announcement(
                        "uk.kinbridge.disagreement.opened.v1",
                        o.id(),
                        new OpenedV1(
                                About.full(o.id(), o.reference()),
                                SubjectV1.of(o.subject()),
                                o.agencies(),
                                o.area(),
                                o.protocol(),
                                o.obligations(),
                                o.at()));
            case Closed c ->
                new Announcement(
                        "uk.kinbridge.disagreement.closed.v1",
                        c.id(),
                        new ClosedV1(
                                About.full(c.id(), c.reference()),
                                SubjectV1.of(c.subject()),
                                c.agencies(),
                                c.level(),
                                c.at()));
        };
    }

    private static RequestedV1 requested(NoticeRequested n) {
        return new RequestedV1(
                About.full(n.id(), n.reference()),
                n.purpose(),
                new To(n.to().agency(), n.to().role(), n.to().person()),
                n.words(),
                n.action(),
                n.obligation(),
                n.urgent() ? "immediate" : "priority",
                n.acknowledgeBy(),
                n.sender() == null ? null : By.of(n.sender()),
                n.protocol(),
                n.at());
    }
}
