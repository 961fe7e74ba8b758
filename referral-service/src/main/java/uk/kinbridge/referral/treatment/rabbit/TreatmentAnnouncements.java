package uk.kinbridge.referral.treatment.rabbit;

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
import uk.kinbridge.referral.information.Worker;
import uk.kinbridge.referral.notice.Addressee;
import uk.kinbridge.referral.treatment.Treatment;
import uk.kinbridge.referral.treatment.TreatmentEvent;
import uk.kinbridge.referral.treatment.TreatmentEvent.ClockBreached;
import uk.kinbridge.referral.treatment.TreatmentEvent.ClockMet;
import uk.kinbridge.referral.treatment.TreatmentEvent.NoticeFulfilled;
import uk.kinbridge.referral.treatment.TreatmentEvent.NoticeRequested;

/** What others hear of treatments as {@code contracts/events} describes it: ids and facts, no member by name. */
@Component
class TreatmentAnnouncements implements EventEncoder<TreatmentEvent> {

    static final String NOTICE_REQUESTED = "uk.kinbridge.notice.requested.v1";
    static final String NOTICE_FULFILLED = "uk.kinbridge.notice.fulfilled.v1";
    static final String CLOCK_BREACHED = "uk.kinbridge.clock.breached.v1";
    static final String CLOCK_MET = "uk.kinbridge.clock.met.v1";

    private final CloudEvents events;

    TreatmentAnnouncements(CloudEvents events) {
        this.events = events;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record About(
            String type,
            String id,
            @Nullable String reference,
            @Nullable String link) {

        static About full(Treatment t) {
            return new About("treatment", t.id(), t.reference(), "/api/families/" + t.family() + "/treatments");
        }

        static About brief(Treatment t) {
            return new About("treatment", t.id(), null, null);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RequestedV1(
            About about,
            String purpose,
            Map<String, Object> recipient,
            String words,
            @Nullable String action,
            String obligation,
            String urgency,
            @Nullable Instant acknowledgeBy,
            @Nullable Worker sender,
            @Nullable Map<String, Object> chase,
            String protocol,
            Instant requestedAt) {}

    record FulfilledV1(About about, String purpose, Worker by, Instant at) {}

    record ProtocolV1(String pack, int version, String hash) {

        static ProtocolV1 of(Treatment t) {
            return new ProtocolV1(
                    t.protocol().id().value(),
                    t.protocol().version(),
                    t.protocol().hash());
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
            ProtocolV1 protocol,
            @Nullable List<Map<String, Object>> told) {}

    @Override
    public OutboxEntry encode(String id, TreatmentEvent event, Instant now) {
        return events.encode(id, announcement(event), now);
    }

    static Announcement announcement(TreatmentEvent event) {
        var t = event.treatment();
        return switch (event) {
            case NoticeRequested n -> new Announcement(NOTICE_REQUESTED, t.id(), requested(n));
            case NoticeFulfilled f ->
                new Announcement(
                        NOTICE_FULFILLED, t.id(), new FulfilledV1(About.brief(t), f.purpose(), f.by(), f.at()));
            case ClockBreached b ->
                new Announcement(
                        CLOCK_BREACHED,
                        t.id(),
                        overdue(
                                t,
                                b.clock(),
                                b.words(),
                                null,
                                b.told().stream().map(Addressee::payload).toList()));
            case ClockMet m -> new Announcement(CLOCK_MET, t.id(), overdue(t, m.clock(), m.words(), m.metAt(), null));
        };
    }

    private static RequestedV1 requested(NoticeRequested n) {
        var pursued = n.pursued();
        return new RequestedV1(
                About.full(n.treatment()),
                n.purpose(),
                n.to().payload(),
                n.words(),
                n.action(),
                n.obligations().getFirst(),
                n.action() == null ? "routine" : "priority",
                pursued == null ? null : pursued.acknowledgeBy(),
                n.sender(),
                pursued == null ? null : pursued.payload(),
                n.treatment().protocol().id().value(),
                n.at());
    }

    private static OverdueV1 overdue(
            Treatment t, Clock clock, String words, @Nullable Instant metAt, @Nullable List<Map<String, Object>> told) {
        return new OverdueV1(
                About.full(t),
                clock.kind(),
                words,
                clock.obligations(),
                clock.owner(),
                t.others(),
                clock.startedAt(),
                clock.dueAt(),
                Objects.requireNonNull(clock.breachedAt()),
                metAt,
                ProtocolV1.of(t),
                told);
    }
}
