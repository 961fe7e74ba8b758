package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.referral.information.StatedSharing;
import uk.kinbridge.referral.referral.HandleReferral.Outcome;

/** Hands a referral on to a named agency, never back (FAP-14). */
public class RedirectReferral {

    private final ActOnReferral acting;
    private final TellOthers tell;

    public RedirectReferral(Referrals referrals, PinnedRules rules, Places places, TellOthers tell) {
        this.acting = new ActOnReferral(referrals, rules, places, tell);
        this.tell = tell;
    }

    /**
     * It goes to a named agency of the protocol that takes referrals about such a person, and the redirecting one stays responsible until that has taken it
     * (FAP-14).
     */
    public Outcome redirect(
            String id, long version, Caller caller, String toAgency, String reason, StatedSharing stated, Instant now) {
        var probe = new Act.Redirect(new Receiver(toAgency, toAgency, ""), reason);
        return acting.withReferral(id, caller, probe, (held, applicable) -> {
            var agency = applicable.pack().agency(new AgencyId(toAgency));
            if (agency.isEmpty() || held.referral().parties().contains(toAgency)) {
                return new Outcome.Unknown(
                        Map.of("toAgency", "Name another agency of this protocol, one that is not party already."));
            }
            var onward = Onward.into(toAgency, held.referral(), applicable);
            if (onward.isEmpty()) {
                return new Outcome.Unknown(
                        Map.of("toAgency", Onward.wouldFit(agency.get(), held.referral(), applicable)));
            }
            var next = new Receiver(
                    toAgency, agency.get().name(), Rules.role(onward.get().to().person()));
            return redirected(held, version, next, reason, stated, caller, now, applicable);
        });
    }

    /** Who is asked to take it reads what may go to them, and no more. */
    private Outcome redirected(
            Referrals.Held held,
            long version,
            Receiver next,
            String reason,
            StatedSharing stated,
            Caller caller,
            Instant now,
            Rules applicable) {
        var faults = stated.faults(held.referral().disclosed().people());
        if (!faults.isEmpty()) {
            return new Outcome.Unknown(faults);
        }
        var whole = new Act.Redirect(next, reason);
        if (held.version() != version
                || !(held.referral().act(whole, Actor.of(caller), now, applicable) instanceof Acted.Done)) {
            return acting.perform(held, version, whole, Passing.ALL, caller, now, applicable);
        }
        var decision = tell.toNext(next, held, applicable, stated, caller, now);
        if (decision.filter(one -> !one.shares()).isPresent()) {
            return new Outcome.NotShared(decision.get());
        }
        var act = decision.map(one -> new Act.Redirect(
                        next, reason, held.referral().disclosed().letThroughBy(one)))
                .orElse(whole);
        var passing = decision.map(one -> new Passing(one.id(), List.of())).orElse(Passing.ALL);
        return acting.perform(held, version, act, passing, caller, now, applicable);
    }
}
