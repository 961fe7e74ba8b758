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
import uk.kinbridge.protocols.heldopen.web.DisagreementView;
import uk.kinbridge.referral.family.ReadFamily;
import uk.kinbridge.referral.referral.Attachment;
import uk.kinbridge.referral.referral.Call;
import uk.kinbridge.referral.referral.Disclosed;
import uk.kinbridge.referral.referral.Happening;
import uk.kinbridge.referral.referral.Invitation;
import uk.kinbridge.referral.referral.Pinned;
import uk.kinbridge.referral.referral.Receipt;
import uk.kinbridge.referral.referral.Receiver;
import uk.kinbridge.referral.referral.Referral;
import uk.kinbridge.referral.referral.Rules;
import uk.kinbridge.referral.referral.Sender;
import uk.kinbridge.referral.referral.Shown;

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
        List<String> keptBack,
        @Nullable Call call,
        List<String> situation,
        List<RouteView> waysToBeTaken,
        String state,
        String stateWords,
        Instant begunAt,
        @Nullable Instant submittedAt,
        @Nullable Receipt receipt,
        @Nullable Invitation invitation,
        @Nullable Receiver redirectedTo,
        List<DisagreementView> openDisagreements,
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

    static ReferralView of(
            Referral r,
            Rules rules,
            Caller caller,
            ReadFamily.Behind family,
            List<DisagreementView> disagreements,
            Instant now) {
        var toAgency = Shown.to(caller.agency(), r, rules);
        var shown = family.hidden() ? toAgency.withoutWhereabouts(r, caller.subject()) : toAgency;
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
                shown.disclosed(),
                shown.texts(),
                shown.documents().stream().map(DocumentView::of).toList(),
                shown.keptBack(),
                shown.call(),
                shown.situation(),
                rules.waysToBeTaken(shown.situation()).stream()
                        .map(RouteView::of)
                        .toList(),
                r.state(),
                rules.words(r.state()),
                r.begunAt(),
                r.standing().submittedAt(),
                r.receipt(),
                shown.invitation(),
                r.standing().redirectedTo(),
                disagreements,
                r.clocks().stream().map(c -> ClockView.of(c, now)).toList(),
                shown.history(),
                ReferralLinks.of(r, rules, family, caller));
    }
}
