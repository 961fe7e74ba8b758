package uk.kinbridge.referral.information.rabbit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.messaging.CloudEvents;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Announcement;
import uk.kinbridge.platform.mongo.OutboxEntry;
import uk.kinbridge.referral.information.InformationEvent;
import uk.kinbridge.referral.information.InformationEvent.ConsentEnded;
import uk.kinbridge.referral.information.InformationEvent.NoticeRequested;
import uk.kinbridge.referral.information.Worker;

/** Requests for notices about decisions on sharing, as {@code contracts/events} describes them. */
@Component
class InformationAnnouncements implements EventEncoder<InformationEvent> {

    static final String NOTICE_REQUESTED = "uk.kinbridge.notice.requested.v1";
    static final String CONSENT_ENDED = "uk.kinbridge.consent.ended.v1";

    private final CloudEvents events;

    InformationAnnouncements(CloudEvents events) {
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
            String obligation,
            @Nullable String action,
            String urgency,
            @Nullable Instant acknowledgeBy,
            @Nullable Worker sender,
            @Nullable Map<String, Object> chase,
            String protocol,
            Instant requestedAt) {}

    record EndedV1(String consentId, String familyId, Worker by, Instant at) {}

    @Override
    public OutboxEntry encode(String id, InformationEvent event, Instant now) {
        return events.encode(id, announcement(event), now);
    }

    static Announcement announcement(InformationEvent event) {
        return switch (event) {
            case ConsentEnded e ->
                new Announcement(
                        CONSENT_ENDED, e.consentId(), new EndedV1(e.consentId(), e.familyId(), e.by(), e.at()));
            case NoticeRequested n ->
                new Announcement(
                        NOTICE_REQUESTED,
                        n.decisionId(),
                        new RequestedV1(
                                new About(
                                        "sharing-decision",
                                        n.decisionId(),
                                        n.decisionReference(),
                                        "/api/families/" + n.familyId() + "/sharing-decisions/" + n.decisionId()),
                                n.purpose(),
                                new To(n.agency(), n.role()),
                                n.words(),
                                n.obligations().getFirst(),
                                n.pursued() == null ? null : "Read it, and confirm that you have it",
                                urgency(n),
                                n.pursued() == null ? null : n.pursued().acknowledgeBy(),
                                n.sender(),
                                n.pursued() == null ? null : n.pursued().payload(),
                                n.protocol(),
                                n.at()));
        };
    }

    private static String urgency(NoticeRequested notice) {
        if (notice.urgent()) {
            return "immediate";
        }
        return notice.pursued() == null ? "routine" : "priority";
    }
}
