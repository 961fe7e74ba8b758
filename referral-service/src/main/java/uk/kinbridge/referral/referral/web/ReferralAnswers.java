package uk.kinbridge.referral.referral.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.access.AccessLog;
import uk.kinbridge.platform.access.Look;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.EntityTag;
import uk.kinbridge.platform.web.etag.IfMatch;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.protocols.heldopen.OpenDisagreements;
import uk.kinbridge.protocols.heldopen.web.DisagreementView;
import uk.kinbridge.protocols.heldopen.web.HeldOpen;
import uk.kinbridge.protocols.pack.Missing;
import uk.kinbridge.referral.access.Records;
import uk.kinbridge.referral.family.Family;
import uk.kinbridge.referral.family.ReadFamily;
import uk.kinbridge.referral.information.KeptDecision;
import uk.kinbridge.referral.referral.HandleReferral;
import uk.kinbridge.referral.referral.PinnedRules;
import uk.kinbridge.referral.referral.Referrals.Held;

/** How referrals, and acts on them, are answered. */
@Component
class ReferralAnswers {

    private final PinnedRules rules;
    private final ReadFamily families;
    private final OpenDisagreements disagreements;
    private final AccessLog log;

    ReferralAnswers(PinnedRules rules, ReadFamily families, OpenDisagreements disagreements, AccessLog log) {
        this.rules = rules;
        this.families = families;
        this.disagreements = disagreements;
        this.log = log;
    }

    ResponseEntity<?> of(HandleReferral.Outcome outcome, Caller caller, Instant now) {
        return switch (outcome) {
            case HandleReferral.Outcome.Done(Held held) -> of(held, caller, now);
            case HandleReferral.Outcome.NotPermitted(AccessDecision.Refused refused) ->
                Problem.of(refused).response();
            case HandleReferral.Outcome.Stale() -> IfMatch.stale().response();
            case HandleReferral.Outcome.NotNow notNow -> ReferralProblems.notNow(notNow);
            case HandleReferral.Outcome.Incomplete(List<Missing> missing) -> ReferralProblems.incomplete(missing);
            case HandleReferral.Outcome.Unknown(Map<String, String> byField) -> ReferralProblems.unknown(byField);
            case HandleReferral.Outcome.HeldOpen held -> HeldOpen.problem(held.by(), held.obligations());
            case HandleReferral.Outcome.NotShared(KeptDecision decision) -> ReferralProblems.notShared(decision);
            case HandleReferral.Outcome.Full full -> ReferralProblems.full(full);
        };
    }

    ResponseEntity<?> of(Held held, Caller caller, Instant now) {
        return ResponseEntity.ok().eTag(EntityTag.of(held.version())).body(view(held, caller, now));
    }

    /** The referral as that caller may see it; also after an act that changed nothing, this leaves that they looked. */
    ReferralView view(Held held, Caller caller, Instant now) {
        var referral = held.referral();
        log.add(Look.of(Records.REFERRAL, referral.id(), caller, "read", now));
        var behind = families.behind(referral.disclosed().familyId(), caller);
        var open = DisagreementView.of(disagreements.between(referral.parties(), referral.id()), caller.agency());
        return ReferralView.of(referral, rules.of(referral), caller, behind, open, now);
    }

    /** The same of one that has come into being with this request: nobody can disagree about it yet, and it is their own. */
    ReferralView justSent(Held held, Family family, Caller caller, Instant now) {
        var referral = held.referral();
        return ReferralView.of(referral, rules.of(referral), caller, families.behind(family, caller), List.of(), now);
    }
}
