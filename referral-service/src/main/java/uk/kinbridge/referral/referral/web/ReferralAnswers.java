package uk.kinbridge.referral.referral.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.EntityTag;
import uk.kinbridge.platform.web.etag.IfMatch;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.protocols.pack.Missing;
import uk.kinbridge.referral.referral.HandleReferral;
import uk.kinbridge.referral.referral.PinnedRules;
import uk.kinbridge.referral.referral.Referrals.Held;

/** How acts on referrals are answered. */
final class ReferralAnswers {

    private ReferralAnswers() {}

    static ResponseEntity<?> of(HandleReferral.Outcome outcome, PinnedRules rules, Caller caller, Instant now) {
        return switch (outcome) {
            case HandleReferral.Outcome.Done(Held held) -> of(held, rules, caller, now);
            case HandleReferral.Outcome.NotPermitted(AccessDecision.Refused refused) ->
                Problem.of(refused).response();
            case HandleReferral.Outcome.Stale() -> IfMatch.stale().response();
            case HandleReferral.Outcome.NotNow notNow -> ReferralProblems.notNow(notNow);
            case HandleReferral.Outcome.Incomplete(List<Missing> missing) -> ReferralProblems.incomplete(missing);
            case HandleReferral.Outcome.Unknown(Map<String, String> byField) -> ReferralProblems.unknown(byField);
            case HandleReferral.Outcome.Full full -> ReferralProblems.full(full);
        };
    }

    static ResponseEntity<?> of(Held held, PinnedRules rules, Caller caller, Instant now) {
        return ResponseEntity.ok()
                .eTag(EntityTag.of(held.version()))
                .body(ReferralView.of(held.referral(), rules.of(held.referral()), caller, now));
    }
}
