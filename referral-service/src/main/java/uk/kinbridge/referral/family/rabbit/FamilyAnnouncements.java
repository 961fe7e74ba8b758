package uk.kinbridge.referral.family.rabbit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.platform.messaging.CloudEvents;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Announcement;
import uk.kinbridge.platform.mongo.OutboxEntry;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.protocols.pack.PackReference;
import uk.kinbridge.referral.family.CircumstancesChanged;
import uk.kinbridge.referral.family.CircumstancesTold;
import uk.kinbridge.referral.family.FamilyEvent;
import uk.kinbridge.referral.family.FamilyEvent.ClockBreached;
import uk.kinbridge.referral.family.FamilyEvent.ClockMet;
import uk.kinbridge.referral.family.FamilyEvent.MergeUndone;
import uk.kinbridge.referral.family.FamilyEvent.Merged;
import uk.kinbridge.referral.family.FamilyEvent.NoticeRequested;
import uk.kinbridge.referral.family.FamilyEvent.WorkEnded;
import uk.kinbridge.referral.family.Freshness;

/**
 * What others hear of a family record, as {@code contracts/events} describes it: requests for notices, changed
 * circumstances, merges, and checks that are overdue or made at last.
 */
@Component
class FamilyAnnouncements implements EventEncoder<FamilyEvent> {

    static final String NOTICE_REQUESTED = "uk.kinbridge.notice.requested.v1";
    static final String CLOCK_BREACHED = "uk.kinbridge.clock.breached.v1";
    static final String CLOCK_MET = "uk.kinbridge.clock.met.v1";

    private final CloudEvents events;

    FamilyAnnouncements(CloudEvents events) {
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

    /** The pack's version, as every event names it. */
    record Protocol(String pack, int version, String hash) {}

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
            Protocol protocol) {}

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
                                about(n.familyId(), n.reference()),
                                n.purpose(),
                                new To(n.agency(), n.role(), n.person()),
                                n.words(),
                                "Go through the record with the family",
                                n.obligations().getFirst(),
                                "routine",
                                n.protocol(),
                                n.at()));
            case WorkEnded e ->
                new Announcement(
                        NOTICE_REQUESTED,
                        e.familyId(),
                        new RequestedV1(
                                about(e.familyId(), e.reference()),
                                e.purpose(),
                                new To(e.agency(), Role.SAFEGUARDING_LEAD.kebab(), null),
                                e.by().agency() + " recorded that your agency's work with this family has ended ("
                                        + e.reference() + "); you no longer see its record.",
                                "If your agency still works with the family, tell " + e.by().agency(),
                                "HAC-08",
                                "priority",
                                null,
                                e.at()));
            case ClockBreached b ->
                new Announcement(
                        CLOCK_BREACHED,
                        b.familyId(),
                        overdue(about(b.familyId(), b.reference()), b.clock(), b.others(), b.protocol(), null));
            case ClockMet m ->
                new Announcement(
                        CLOCK_MET,
                        m.familyId(),
                        overdue(about(m.familyId(), m.reference()), m.clock(), m.others(), m.protocol(), m.metAt()));
        };
    }

    private static About about(String familyId, String reference) {
        return new About("family", familyId, reference, "/api/families/" + familyId);
    }

    private static OverdueV1 overdue(
            About about, Clock clock, List<String> others, PackReference protocol, @Nullable Instant metAt) {
        return new OverdueV1(
                about,
                clock.kind(),
                Freshness.OWED,
                clock.obligations(),
                clock.owner(),
                others,
                clock.startedAt(),
                clock.dueAt(),
                Objects.requireNonNull(clock.breachedAt()),
                metAt,
                new Protocol(protocol.id().value(), protocol.version(), protocol.hash()));
    }
}
