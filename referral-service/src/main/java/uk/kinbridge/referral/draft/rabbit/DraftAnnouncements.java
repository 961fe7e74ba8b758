package uk.kinbridge.referral.draft.rabbit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.messaging.CloudEvents;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Announcement;
import uk.kinbridge.platform.mongo.OutboxEntry;
import uk.kinbridge.referral.draft.DraftEvent;
import uk.kinbridge.referral.draft.DraftEvent.NoticeRequested;

/** Requests for notices about drafts, as {@code contracts/events} describes them. */
@Component
class DraftAnnouncements implements EventEncoder<DraftEvent> {

    static final String NOTICE_REQUESTED = "uk.kinbridge.notice.requested.v1";

    private final CloudEvents events;

    DraftAnnouncements(CloudEvents events) {
        this.events = events;
    }

    record About(String type, String id, String reference, String link) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record To(String agency, String role, @Nullable String person) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RequestedV1(
            About about,
            String purpose,
            To recipient,
            String words,
            String action,
            String obligation,
            String urgency,
            @Nullable String protocol,
            Instant requestedAt) {}

    /** What was typed need not be a protocol yet. */
    private static @Nullable String protocol(NoticeRequested n) {
        var typed = n.draft().typed().protocol();
        return typed != null && typed.matches("[a-z][a-z0-9-]*") ? typed : null;
    }

    @Override
    public OutboxEntry encode(String id, DraftEvent event, Instant now) {
        return events.encode(id, announcement(event), now);
    }

    static Announcement announcement(DraftEvent event) {
        return switch (event) {
            case NoticeRequested n ->
                new Announcement(
                        NOTICE_REQUESTED,
                        n.draft().id(),
                        new RequestedV1(
                                new About(
                                        "referral-draft",
                                        n.draft().id(),
                                        n.draft().reference(),
                                        "/api/referral-drafts/" + n.draft().id()),
                                n.purpose(),
                                new To(n.agency(), n.role(), n.person()),
                                n.words(),
                                "Send the referral, or discard it with a reason",
                                n.obligation(),
                                n.urgent() ? "immediate" : "routine",
                                protocol(n),
                                n.at()));
        };
    }
}
