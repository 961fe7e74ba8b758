package uk.kinbridge.referral.concern.rabbit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.messaging.CloudEvents;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Announcement;
import uk.kinbridge.platform.mongo.OutboxEntry;
import uk.kinbridge.referral.concern.ConcernEvent;
import uk.kinbridge.referral.concern.ConcernEvent.NoticeRequested;

/** Requests for notices about pictures, as {@code contracts/events} describes them. */
@Component
class ConcernAnnouncements implements EventEncoder<ConcernEvent> {

    static final String NOTICE_REQUESTED = "uk.kinbridge.notice.requested.v1";

    private final CloudEvents events;

    ConcernAnnouncements(CloudEvents events) {
        this.events = events;
    }

    record About(String type, String id, String reference, String link) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record To(String agency, String role, @Nullable String person) {}

    record RequestedV1(
            About about,
            String purpose,
            To recipient,
            String words,
            String obligation,
            String urgency,
            Instant requestedAt) {}

    @Override
    public OutboxEntry encode(String id, ConcernEvent event, Instant now) {
        return events.encode(id, announcement(event), now);
    }

    static Announcement announcement(ConcernEvent event) {
        return switch (event) {
            case NoticeRequested n ->
                new Announcement(
                        NOTICE_REQUESTED,
                        n.picture().id(),
                        new RequestedV1(
                                new About(
                                        "concern-picture",
                                        n.picture().id(),
                                        n.picture().reference(),
                                        "/api/families/" + n.familyId() + "/concerns"),
                                n.purpose(),
                                new To(n.agency(), n.role(), n.person()),
                                n.words(),
                                n.obligations().getFirst(),
                                n.urgent() ? "priority" : "routine",
                                n.at()));
        };
    }
}
