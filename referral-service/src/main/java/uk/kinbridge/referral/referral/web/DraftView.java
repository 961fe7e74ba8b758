package uk.kinbridge.referral.referral.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.web.link.Links;
import uk.kinbridge.referral.draft.Drafts.Held;
import uk.kinbridge.referral.draft.ReferralDraft;
import uk.kinbridge.referral.draft.ReferralDraft.State;
import uk.kinbridge.referral.draft.Typed;
import uk.kinbridge.referral.referral.Actor;

/**
 * A draft as those who work on it see it.
 *
 * @param unfinished fields without which it cannot be sent, with a question for each
 * @param missing what the pathway still asks for
 */
record DraftView(
        String id,
        String reference,
        State state,
        Actor author,
        ReferralDraft.@Nullable Origin origin,
        Typed typed,
        Map<String, String> unfinished,
        List<ReferralProblems.MissingView> missing,
        Instant begunAt,
        Instant changedAt,
        Instant keptUntil,
        @Nullable String referralId,
        List<ReferralDraft.Line> history,
        Links _links) {

    /** A draft in a list. */
    record Row(
            String id,
            String reference,
            State state,
            String author,
            ReferralDraft.@Nullable Origin origin,
            @Nullable String protocol,
            @Nullable String pathway,
            @Nullable String familyId,
            @Nullable String recipientAgency,
            Instant begunAt,
            Instant changedAt,
            Instant keptUntil,
            @Nullable String referralId,
            Links _links) {

        static Row of(Held held) {
            var draft = held.draft();
            var typed = draft.typed();
            return new Row(
                    draft.id(),
                    draft.reference(),
                    draft.state(),
                    draft.author().name(),
                    draft.origin(),
                    typed.protocol(),
                    typed.pathway(),
                    typed.familyId(),
                    typed.recipientAgency(),
                    draft.begunAt(),
                    draft.changedAt(),
                    draft.keptUntil(),
                    draft.referralId(),
                    links(draft));
        }
    }

    static DraftView of(Held held, List<ReferralProblems.MissingView> missing) {
        var draft = held.draft();
        return new DraftView(
                draft.id(),
                draft.reference(),
                draft.state(),
                draft.author(),
                draft.origin(),
                draft.typed(),
                draft.typed().unfinished(),
                missing,
                draft.begunAt(),
                draft.changedAt(),
                draft.keptUntil(),
                draft.referralId(),
                draft.history(),
                links(draft));
    }

    private static Links links(ReferralDraft draft) {
        var self = "/api/referral-drafts/" + draft.id();
        boolean open = draft.state() == State.OPEN;
        boolean away = draft.state() == State.DISCARDED || draft.state() == State.EXPIRED;
        var links = Links.self(self)
                .when(open, "save", "PUT", self)
                .when(open, "submit", "POST", self + "/submission")
                .when(open, "discard", "POST", self + "/discarding")
                .when(away, "take-up-again", "POST", self + "/resumption");
        return draft.referralId() == null ? links : links.and("referral", "/api/referrals/" + draft.referralId());
    }
}
