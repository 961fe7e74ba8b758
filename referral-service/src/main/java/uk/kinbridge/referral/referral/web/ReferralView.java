package uk.kinbridge.referral.referral.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.ClockState;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.platform.clock.Variation;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.link.Links;
import uk.kinbridge.referral.family.ReadFamily;
import uk.kinbridge.referral.referral.Attachment;
import uk.kinbridge.referral.referral.Disclosed;
import uk.kinbridge.referral.referral.Happening;
import uk.kinbridge.referral.referral.Invitation;
import uk.kinbridge.referral.referral.Pinned;
import uk.kinbridge.referral.referral.Receipt;
import uk.kinbridge.referral.referral.Receiver;
import uk.kinbridge.referral.referral.Referral;
import uk.kinbridge.referral.referral.ReferralAccess;
import uk.kinbridge.referral.referral.ReferralState;
import uk.kinbridge.referral.referral.Sender;

/** A referral as its parties see it. */
record ReferralView(
        String id,
        String reference,
        Pinned protocol,
        String pathway,
        String pathwayTitle,
        String priority,
        List<String> obligations,
        Sender referrer,
        Receiver recipient,
        Disclosed disclosed,
        Map<String, String> texts,
        List<DocumentView> documents,
        ReferralState state,
        Instant submittedAt,
        @Nullable Receipt receipt,
        @Nullable Invitation invitation,
        List<ClockView> clocks,
        List<Happening> history,
        Links _links) {

    /** A document, and where its content is read. */
    record DocumentView(Attachment document, Links _links) {
        static DocumentView of(Attachment a) {
            return new DocumentView(
                    a,
                    Links.self("/api/documents/" + a.documentId())
                            .and("content", "/api/documents/" + a.documentId() + "/content"));
        }
    }

    /** An obligation with its time; {@code state} is computed from the due time and the present. */
    record ClockView(
            String kind,
            List<String> obligations,
            Owner owner,
            ClockState state,
            Instant startedAt,
            Instant dueAt,
            @Nullable Instant warnAt,
            @Nullable Instant metAt,
            @Nullable Instant breachedAt,
            String calendar,
            String explanation,
            List<Variation> variations) {
        static ClockView of(Clock c, Instant now) {
            return new ClockView(
                    c.kind(),
                    c.obligations(),
                    c.owner(),
                    c.stateAt(now),
                    c.startedAt(),
                    c.dueAt(),
                    c.warnAt(),
                    c.metAt(),
                    c.breachedAt(),
                    c.calendar(),
                    c.explanation(),
                    c.variations());
        }
    }

    static ReferralView of(Referral r, Caller caller, ReadFamily.Behind family, Instant now) {
        var self = "/api/referrals/" + r.id();
        return new ReferralView(
                r.id(),
                r.reference(),
                r.protocol(),
                r.pathway(),
                r.pathwayTitle(),
                r.priority(),
                r.obligations(),
                r.referrer(),
                r.recipient(),
                family.hidden() ? r.disclosed().withoutAddress() : r.disclosed(),
                r.texts(),
                r.documents().stream().map(DocumentView::of).toList(),
                r.state(),
                r.submittedAt(),
                r.receipt(),
                r.invitation(),
                r.clocks().stream().map(c -> ClockView.of(c, now)).toList(),
                r.history(),
                links(r, family)
                        .when(
                                r.receipt() == null
                                        && ReferralAccess.acknowledge(caller, r).isGranted(),
                                "acknowledge",
                                "POST",
                                self + "/acknowledgement")
                        .when(
                                r.invitation() == null
                                        && ReferralAccess.invite(caller, r).isGranted(),
                                "invite",
                                "POST",
                                self + "/assessment-invitation"));
    }

    /** From one person's case the others of the family are one step away (DOR-14). */
    private static Links links(Referral r, ReadFamily.Behind family) {
        var self = "/api/referrals/" + r.id();
        var links = Links.self(self)
                .and("accessLog", self + "/access-log")
                .and("familyCases", "/api/referrals?family=" + r.disclosed().familyId());
        return family.readable() == null ? links : links.and("family", "/api/families/" + family.readable());
    }
}
