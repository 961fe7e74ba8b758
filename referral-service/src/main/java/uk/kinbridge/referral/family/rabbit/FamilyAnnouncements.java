package uk.kinbridge.referral.family.rabbit;

import java.time.Instant;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.messaging.CloudEvents;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Announcement;
import uk.kinbridge.platform.mongo.OutboxEntry;
import uk.kinbridge.referral.family.CircumstancesChanged;
import uk.kinbridge.referral.family.CircumstancesTold;
import uk.kinbridge.referral.family.FamilyEvent;
import uk.kinbridge.referral.family.FamilyEvent.MergeUndone;
import uk.kinbridge.referral.family.FamilyEvent.Merged;
import uk.kinbridge.referral.family.FamilyEvent.NoticeRequested;

/** What others hear of a family record: requests for notices, changed circumstances, merges, as {@code contracts/events} describes them. */
@Component
class FamilyAnnouncements implements EventEncoder<FamilyEvent> {

    static final String NOTICE_REQUESTED = "uk.kinbridge.notice.requested.v1";

    private final CloudEvents events;

    FamilyAnnouncements(CloudEvents events) {
        this.events = events;
    }

    record About(String type, String id, String reference, String link) {}

    record To(String agency, String role, String person) {}

    record RequestedV1(
            About about,
            String purpose,
            To recipient,
            String words,
            String action,
            String obligation,
            String urgency,
            Instant requestedAt) {}

    @Override
    public OutboxEntry encode(String id, FamilyEvent event, Instant now) {
        return events.encode(id, announcement(event), now);
    }

    static Announcement announcement(FamilyEvent event) {
        return switch (event) {
            case CircumstancesChanged changed -> CircumstancesAnnouncements.announcement(changed);
            case CircumstancesTold told -> CircumstancesAnnouncements.announcement(told);
            case Merged merged -> MergeAnnouncements.announcement(merged);
            case MergeUndone undone -> MergeAnnouncements.announcement(undone);
            case NoticeRequested n ->
                new Announcement(
                        NOTICE_REQUESTED,
                        n.familyId(),
                        new RequestedV1(
                                new About("family", n.familyId(), n.reference(), "/api/families/" + n.familyId()),
                                n.purpose(),
                                new To(n.agency(), n.role(), n.person()),
                                n.words(),
                                "Go through the record with the family",
                                n.obligations().getFirst(),
                                "routine",
                                n.at()));
        };
    }
}
