package uk.kinbridge.escalation.overdue.rabbit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.kinbridge.escalation.overdue.ConcernEvent;
import uk.kinbridge.platform.messaging.CloudEvents;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Announcement;
import uk.kinbridge.platform.mongo.OutboxEntry;

/** Notices of what is overdue, as the contracts have it. */
@Component
class ConcernAnnouncements implements EventEncoder<ConcernEvent> {

    private final CloudEvents events;

    ConcernAnnouncements(CloudEvents events) {
        this.events = events;
    }

    record About(String type, String id, String reference, String link) {}

    record To(String agency, String role) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RequestedV1(
            About about,
            String purpose,
            To recipient,
            String words,
            @Nullable String action,
            String obligation,
            String urgency,
            String protocol,
            Instant requestedAt) {}

    @Override
    public OutboxEntry encode(String id, ConcernEvent event, Instant now) {
        return events.encode(id, announcement(event), now);
    }

    static Announcement announcement(ConcernEvent e) {
        return new Announcement(
                "uk.kinbridge.notice.requested.v1",
                e.id(),
                new RequestedV1(
                        new About("overdue-obligation", e.id(), e.reference(), "/api/overdue-obligations/" + e.id()),
                        e.purpose(),
                        new To(e.agency(), e.role()),
                        e.words(),
                        e.action(),
                        e.obligation(),
                        "priority",
                        e.protocol(),
                        e.at()));
    }
}
