package uk.kinbridge.referral.referral.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.web.etag.EntityTag;
import uk.kinbridge.platform.web.etag.IfMatch;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.ProblemType;
import uk.kinbridge.referral.draft.Drafts.Held;
import uk.kinbridge.referral.draft.ReferralDraft.State;
import uk.kinbridge.referral.draft.Typed;
import uk.kinbridge.referral.draft.WriteDraft;
import uk.kinbridge.referral.referral.FindRoutes;
import uk.kinbridge.referral.referral.Referrals;
import uk.kinbridge.referral.referral.SubmitReferral;

/** How drafts, and what people do with them, are answered. */
@Component
class DraftAnswers {

    static final ProblemType UNFINISHED = new ProblemType(
            "draft-unfinished",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The draft cannot be sent yet",
            "'errors' names the fields that are empty still. Nothing was sent, and the draft is kept as it is.");

    static final ProblemType NOT_OPEN = new ProblemType(
            "draft-not-open",
            HttpStatus.CONFLICT,
            "That cannot happen where the draft stands",
            "A draft that was discarded or sent is not written to; only an open one is sent; only one that was discarded or has"
                    + " expired is taken up again.");

    private final FindRoutes protocols;

    DraftAnswers(FindRoutes protocols) {
        this.protocols = protocols;
    }

    ResponseEntity<?> of(WriteDraft.Outcome outcome, Instant now) {
        return switch (outcome) {
            case WriteDraft.Outcome.Kept(Held held) -> ok(held, now);
            case WriteDraft.Outcome.Sent(Held held, Referrals.Held _) -> ok(held, now);
            case WriteDraft.Outcome.NotFound() -> Problem.notFound().response();
            case WriteDraft.Outcome.Stale() -> IfMatch.stale().response();
            case WriteDraft.Outcome.NotNow(State state) ->
                Problem.of(NOT_OPEN, "The draft is " + state.name().toLowerCase(Locale.ROOT) + ".")
                        .response();
            case WriteDraft.Outcome.Unfinished(Map<String, String> byField) ->
                Problem.of(UNFINISHED, "Nothing was sent. " + String.join(" ", byField.values()))
                        .errors(ReferralProblems.fieldErrors(byField))
                        .response();
            case WriteDraft.Outcome.Refused(SubmitReferral.Outcome why) -> ReferralProblems.of(why);
        };
    }

    ResponseEntity<?> ok(Held held, Instant now) {
        return ResponseEntity.ok().eTag(EntityTag.of(held.version())).body(view(held, now));
    }

    DraftView view(Held held, Instant now) {
        return DraftView.of(held, missing(held.draft().typed(), now));
    }

    private List<ReferralProblems.MissingView> missing(Typed typed, Instant now) {
        var protocol = typed.protocol();
        var pathway = typed.pathway();
        if (protocol == null || pathway == null) {
            return List.of();
        }
        return protocols
                .inForce(protocol, now)
                .flatMap(pack -> SubmitReferral.pathwayOf(pack, pathway))
                .map(asked -> typed.missing(asked).stream()
                        .map(ReferralProblems.MissingView::of)
                        .toList())
                .orElse(List.of());
    }
}
