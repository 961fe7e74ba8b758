package uk.kinbridge.notification.notice.rabbit;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.kinbridge.notification.notice.Actor;
import uk.kinbridge.notification.notice.Notice;
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
                                notice.id(),
                                new AboutWhat(
                                        notice.about().type(), notice.about().id()),
                                notice.purpose(),
                                By.of(receipt.by()),
                                receipt.at()));
        };
    }
}
