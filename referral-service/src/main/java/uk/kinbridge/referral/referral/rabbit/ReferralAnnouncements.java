package uk.kinbridge.referral.referral.rabbit;

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
import uk.kinbridge.referral.referral.Actor;
import uk.kinbridge.referral.referral.Pinned;
import uk.kinbridge.referral.referral.Pursuit;
import uk.kinbridge.referral.referral.Referral;
import uk.kinbridge.referral.referral.ReferralEvent;
import uk.kinbridge.referral.referral.ReferralEvent.ClockBreached;
import uk.kinbridge.referral.referral.ReferralEvent.ClockMet;
import uk.kinbridge.referral.referral.ReferralEvent.NoticeFulfilled;
import uk.kinbridge.referral.referral.ReferralEvent.NoticeRequested;

/** The events of referrals as {@code contracts/events} describes them: ids and facts, no member of a family by name. */
@Component
class ReferralAnnouncements implements EventEncoder<ReferralEvent> {

    static final String NOTICE_REQUESTED = "uk.kinbridge.notice.requested.v1";
    static final String NOTICE_FULFILLED = "uk.kinbridge.notice.fulfilled.v1";
    static final String CLOCK_BREACHED = "uk.kinbridge.clock.breached.v1";
    static final String CLOCK_MET = "uk.kinbridge.clock.met.v1";

    private final CloudEvents events;

    ReferralAnnouncements(CloudEvents events) {
        this.events = events;
    }

    static final String PASSED_ON = "uk.kinbridge.referral.passed-on.v1";

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AboutReferral(
            String type,
            String id,
            @Nullable String reference,
            @Nullable String link) {
        static AboutReferral full(Referral r) {
            return new AboutReferral("referral", r.id(), r.reference(), "/api/referrals/" + r.id());
        }

        static AboutReferral brief(Referral r) {
            return new AboutReferral("referral", r.id(), null, null);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RequestedV1(
            AboutReferral about,
            String purpose,
            To recipient,
            String words,
            @Nullable String action,
            String obligation,
            String urgency,
            @Nullable Instant acknowledgeBy,
            @Nullable By sender,
            @Nullable ChaseV1 chase,
            String protocol,
            Instant requestedAt) {}

    record ChaseV1(String every, List<StepV1> steps) {
        static @Nullable ChaseV1 of(@Nullable Pursuit pursuit) {
            return pursuit == null
                    ? null
                    : new ChaseV1(
                            pursuit.every(),
                            pursuit.steps().stream().map(StepV1::of).toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepV1(
            Instant at,
            String turn,
            @Nullable To to,
            @Nullable String toldBy) {
        static StepV1 of(Pursuit.Step step) {
            return new StepV1(
                    step.at(), step.turn().word(), step.to() == null ? null : To.of(step.to()), step.toldBy());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record To(String agency, String role, @Nullable String person) {
        static To of(ReferralEvent.Addressee to) {
            return new To(to.agency(), to.role(), to.person());
        }
    }

    record By(String person, String name, String agency) {
        static By of(Actor actor) {
            return new By(actor.person(), actor.name(), actor.agency());
        }
    }

    record FulfilledV1(AboutReferral about, String purpose, By by, Instant at) {}

    record PassedOnV1(String referral, String reference, String toAgency, By by, Instant at) {}

    static final String INVITED = "uk.kinbridge.referral.invited.v1";

    record ReferrerV1(String agency, String person) {}

    record InvitedV1(
            String referral,
            String reference,
            String pathway,
            Pinned protocol,
            ReferrerV1 referrer,
            By by,
            String family,
            String member,
            Instant appointmentAt,
            Instant at) {
        static InvitedV1 of(ReferralEvent.Invited i) {
            var r = i.referral();
            return new InvitedV1(
                    r.id(),
                    r.reference(),
                    r.pathway(),
                    r.protocol(),
                    new ReferrerV1(r.referrer().agency(), r.referrer().person()),
                    By.of(i.by()),
                    r.disclosed().familyId(),
                    r.disclosed().subject().id(),
                    i.appointmentAt(),
                    i.at());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OverdueV1(
            AboutReferral about,
            String clock,
            String words,
            List<String> obligations,
            Owner owner,
            List<String> others,
            Instant startedAt,
            Instant dueAt,
            Instant breachedAt,
            @Nullable Instant metAt,
            Pinned protocol,
            @Nullable List<To> told) {}

    @Override
    public OutboxEntry encode(String id, ReferralEvent event, Instant now) {
        return events.encode(id, announcement(event), now);
    }

    static Announcement announcement(ReferralEvent event) {
        return switch (event) {
            case NoticeRequested n ->
                new Announcement(
                        NOTICE_REQUESTED,
                        n.referral().id(),
                        new RequestedV1(
                                AboutReferral.full(n.referral()),
                                n.purpose(),
                                To.of(n.to()),
                                n.words(),
                                action(n),
                                n.obligations().getFirst(),
                                urgency(n.referral()),
                                n.acknowledgeBy(),
                                n.sender() == null ? null : By.of(n.sender()),
                                ChaseV1.of(n.pursuit()),
                                n.referral().protocol().pack(),
                                n.at()));
            case ReferralEvent.PassedOn p ->
                new Announcement(
                        PASSED_ON,
                        p.referral().id(),
                        new PassedOnV1(
                                p.referral().id(), p.referral().reference(), p.to().agency(), By.of(p.by()), p.at()));
            case ReferralEvent.Invited i ->
                new Announcement(INVITED, i.referral().id(), InvitedV1.of(i));
            case NoticeFulfilled f ->
                new Announcement(
                        NOTICE_FULFILLED,
                        f.referral().id(),
                        new FulfilledV1(AboutReferral.brief(f.referral()), f.purpose(), By.of(f.by()), f.at()));
            case ClockBreached b ->
                new Announcement(
                        CLOCK_BREACHED, b.referral().id(), overdue(b.referral(), b.clock(), b.words(), null, b.told()));
            case ClockMet m ->
                new Announcement(
                        CLOCK_MET, m.referral().id(), overdue(m.referral(), m.breached(), m.words(), m.metAt(), null));
        };
    }

    /** What is overdue, for whoever keeps watch over it (JWP-14). */
    private static OverdueV1 overdue(
            Referral r,
            Clock clock,
            String words,
            @Nullable Instant metAt,
            @Nullable List<ReferralEvent.Addressee> told) {
        var owner = clock.owner();
        return new OverdueV1(
                AboutReferral.full(r),
                clock.kind(),
                words,
                clock.obligations(),
                owner,
                r.parties().stream()
                        .filter(agency -> !agency.equals(owner.agency()))
                        .toList(),
                clock.startedAt(),
                clock.dueAt(),
                Objects.requireNonNull(clock.breachedAt()),
                metAt,
                r.protocol(),
                told == null ? null : told.stream().map(To::of).toList());
    }

    /** What the pack asks of them; else whoever gets the referral acknowledges it, and everybody else confirms. */
    private static @Nullable String action(NoticeRequested n) {
        if (n.asks() != null || n.acknowledgeBy() == null) {
            return n.asks();
        }
        return n.to().agency().equals(n.referral().recipient().agency())
                ? "Acknowledge the referral"
                : "Confirm that you know";
    }

    private static String urgency(Referral referral) {
        return switch (referral.priority()) {
            case "urgent" -> "immediate";
            case "priority" -> "priority";
            default -> "routine";
        };
    }
}
