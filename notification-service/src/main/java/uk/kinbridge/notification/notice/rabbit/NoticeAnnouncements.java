package uk.kinbridge.notification.notice.rabbit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.kinbridge.notification.notice.About;
import uk.kinbridge.notification.notice.Actor;
import uk.kinbridge.notification.notice.NotReceived;
import uk.kinbridge.notification.notice.Notice;
import uk.kinbridge.notification.notice.Sender;
import uk.kinbridge.notification.notice.Urgency;
import uk.kinbridge.platform.messaging.CloudEvents;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Announcement;
import uk.kinbridge.platform.mongo.OutboxEntry;

/** What others hear of notices, as the contracts have it. */
@Component
class NoticeAnnouncements implements EventEncoder<Notice.Event> {

    private final CloudEvents events;

    NoticeAnnouncements(CloudEvents events) {
        this.events = events;
    }

    record AboutWhat(String type, String id) {}

    record By(String person, String name, String agency, List<String> roles) {
        static By of(Actor actor) {
            return new By(actor.person(), actor.name(), actor.agency(), actor.roles());
        }
    }

    /** A notice of its own says that nobody has acknowledged another one; notification-service hears it itself. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Unreceived(
            About about,
            String purpose,
            To recipient,
            String words,
            String action,
            String obligation,
            String urgency,
            @Nullable On sender,
            @Nullable String protocol,
            String follows,
            Instant requestedAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record On(
            String agency,
            @Nullable String person,
            @Nullable String name) {
        static @Nullable On of(@Nullable Sender sender) {
            return sender == null ? null : new On(sender.agency(), sender.person(), sender.name());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record To(String agency, String role, @Nullable String person) {}

    record Received(AboutWhat about, String purpose, DoneBy by, Instant at) {}

    record DoneBy(String person, String name, String agency) {}

    record Acknowledged(String noticeId, AboutWhat about, String purpose, By by, Instant acknowledgedAt) {}

    @Override
    public OutboxEntry encode(String id, Notice.Event event, Instant now) {
        return events.encode(id, announcementOf(event), now);
    }

    static Announcement announcementOf(Notice.Event event) {
        return switch (event) {
            case Notice.Event.Acknowledged(var notice, var receipt) ->
                new Announcement(
                        "uk.kinbridge.notice.acknowledged.v1",
                        notice.id(),
                        new Acknowledged(
                                notice.id(), about(notice), notice.purpose(), By.of(receipt.by()), receipt.at()));
            case Notice.Event.Unreceived unreceived ->
                new Announcement(
                        "uk.kinbridge.notice.requested.v1", unreceived.notice().id(), unreceived(unreceived));
            case Notice.Event.Received(var notice, var by, var at) ->
                new Announcement(
                        "uk.kinbridge.notice.fulfilled.v1",
                        notice.id(),
                        new Received(
                                about(notice),
                                NotReceived.purpose(notice),
                                new DoneBy(by.person(), by.name(), by.agency()),
                                at));
        };
    }

    private static AboutWhat about(Notice notice) {
        return new AboutWhat(notice.about().type(), notice.about().id());
    }

    private static Unreceived unreceived(Notice.Event.Unreceived event) {
        var notice = event.notice();
        var to = event.to();
        return new Unreceived(
                notice.about(),
                NotReceived.purpose(notice),
                new To(to.agency(), to.role(), to.person()),
                NotReceived.words(notice),
                NotReceived.action(event.turn()),
                notice.obligation(),
                notice.urgency() == Urgency.ROUTINE
                        ? Urgency.PRIORITY.word()
                        : notice.urgency().word(),
                On.of(notice.dispatch().sender()),
                notice.dispatch().protocol(),
                notice.id(),
                event.at());
    }
}
