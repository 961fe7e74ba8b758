package uk.kinbridge.referral.concern.rabbit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.platform.messaging.CloudEvents;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Announcement;
import uk.kinbridge.platform.mongo.OutboxEntry;
import uk.kinbridge.protocols.pack.PackReference;
import uk.kinbridge.referral.concern.ConcernEvent;
import uk.kinbridge.referral.concern.ConcernEvent.ClockBreached;
import uk.kinbridge.referral.concern.ConcernEvent.ClockMet;
import uk.kinbridge.referral.concern.ConcernEvent.NoticeRequested;
import uk.kinbridge.referral.concern.Picture;
import uk.kinbridge.referral.information.Worker;

/** Requests for notices about pictures, as {@code contracts/events} describes them. */
@Component
class ConcernAnnouncements implements EventEncoder<ConcernEvent> {

    static final String NOTICE_REQUESTED = "uk.kinbridge.notice.requested.v1";
    static final String NOTICE_FULFILLED = "uk.kinbridge.notice.fulfilled.v1";
    static final String CLOCK_BREACHED = "uk.kinbridge.clock.breached.v1";
    static final String CLOCK_MET = "uk.kinbridge.clock.met.v1";

    private static final String OWED = "Somebody says what is done about a growing picture";

    private final CloudEvents events;

    ConcernAnnouncements(CloudEvents events) {
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
            @Nullable String action,
            String obligation,
            String urgency,
            @Nullable Instant acknowledgeBy,
            @Nullable Worker sender,
            @Nullable Map<String, Object> chase,
            String protocol,
            Instant requestedAt) {}

    record AboutPicture(String type, String id) {}

    record FulfilledV1(AboutPicture about, String purpose, Worker by, Instant at) {}

    /** The pack's version, as every event names it. */
    record Protocol(String pack, int version, String hash) {

        static Protocol of(PackReference reference) {
            return new Protocol(reference.id().value(), reference.version(), reference.hash());
        }
    }

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
            Protocol protocol,
            @Nullable List<To> told) {}

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
                                about(n.familyId(), n.picture()),
                                n.purpose(),
                                new To(n.agency(), n.role(), n.person()),
                                n.words(),
                                n.pursued() == null ? null : "Look at the picture, and say what is done about it",
                                n.obligations().getFirst(),
                                n.urgent() ? "priority" : "routine",
                                n.pursued() == null ? null : n.pursued().acknowledgeBy(),
                                n.sender(),
                                n.pursued() == null ? null : n.pursued().payload(),
                                n.picture().protocol().id().value(),
                                n.at()));
            case ConcernEvent.NoticeFulfilled f ->
                new Announcement(
                        NOTICE_FULFILLED,
                        f.picture().id(),
                        new FulfilledV1(
                                new AboutPicture("concern-picture", f.picture().id()), f.purpose(), f.by(), f.at()));
            case ClockBreached b ->
                new Announcement(
                        CLOCK_BREACHED,
                        b.picture().id(),
                        overdue(
                                about(b.familyId(), b.picture()),
                                b.picture(),
                                b.clock(),
                                b.others(),
                                null,
                                b.told().stream()
                                        .map(to -> new To(to.agency(), to.role(), null))
                                        .toList()));
            case ClockMet m ->
                new Announcement(
                        CLOCK_MET,
                        m.picture().id(),
                        overdue(about(m.familyId(), m.picture()), m.picture(), m.clock(), m.others(), m.metAt(), null));
        };
    }

    private static About about(String familyId, Picture picture) {
        return new About(
                "concern-picture", picture.id(), picture.reference(), "/api/families/" + familyId + "/concerns");
    }

    private static OverdueV1 overdue(
            About about,
            Picture picture,
            Clock clock,
            List<String> others,
            @Nullable Instant metAt,
            @Nullable List<To> told) {
        return new OverdueV1(
                about,
                clock.kind(),
                OWED,
                clock.obligations(),
                clock.owner(),
                others,
                clock.startedAt(),
                clock.dueAt(),
                Objects.requireNonNull(clock.breachedAt()),
                metAt,
                Protocol.of(picture.protocol()),
                told);
    }
}
