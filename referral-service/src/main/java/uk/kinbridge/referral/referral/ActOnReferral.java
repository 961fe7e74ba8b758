package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.function.BiFunction;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.referral.information.KeptDecision;
import uk.kinbridge.referral.information.StatedSharing;
import uk.kinbridge.referral.referral.HandleReferral.Outcome;

/** The way of every act: found, permitted, possible, passed by the decision on sharing, done, saved. */
record ActOnReferral(Referrals referrals, PinnedRules rules, Places places, TellOthers tell) {

    /** Finds it for a caller who may do that, with the rules that it has pinned. */
    Outcome withReferral(String id, Caller caller, Act act, BiFunction<Referrals.Held, Rules, Outcome> then) {
        var found = referrals.find(id);
        if (found.isEmpty()) {
            return new Outcome.NotPermitted(new AccessDecision.Concealed());
        }
        var held = found.get();
        return ReferralAccess.act(caller, held.referral(), act) instanceof AccessDecision.Refused refused
                ? new Outcome.NotPermitted(refused)
                : then.apply(held, rules.of(held.referral()));
    }

    /** What cannot happen is not decided on; what can passes the decision on sharing first. */
    Outcome save(
            Referrals.Held held,
            long version,
            Act act,
            StatedSharing stated,
            Caller caller,
            Instant now,
            Rules applicable) {
        var faults = stated.faults(held.referral().disclosed().people());
        if (!faults.isEmpty()) {
            return new Outcome.Unknown(faults);
        }
        boolean possible = held.version() == version
                && held.referral().act(act, Actor.of(caller), now, applicable) instanceof Acted.Done;
        if (!possible) {
            return perform(held, version, act, Passing.ALL, caller, now, applicable);
        }
        return switch (tell.of(act, held, applicable, stated, caller, now)) {
            case TellOthers.Verdict.Goes(Passing passing) ->
                perform(held, version, act, passing, caller, now, applicable);
            case TellOthers.Verdict.Stays(KeptDecision decision) -> new Outcome.NotShared(decision);
        };
    }

    /** Does it, on the version that the caller has read. */
    Outcome perform(
            Referrals.Held held, long version, Act act, Passing passing, Caller caller, Instant now, Rules applicable) {
        return switch (held.referral().act(act, Actor.of(caller), now, applicable, passing)) {
            case Acted.Before() -> new Outcome.Done(held);
            case Acted.NotNow(String why) ->
                held.version() == version
                        ? new Outcome.NotNow(why, Rules.ids(applicable.pathway().obligations()))
                        : new Outcome.Stale();
            case Acted.Done(Change<Referral, ReferralEvent> change) -> saved(held, version, change, now);
        };
    }

    private Outcome saved(Referrals.Held held, long version, Change<Referral, ReferralEvent> change, Instant now) {
        if (held.version() != version) {
            return new Outcome.Stale();
        }
        return switch (referrals.save(version, change, now)) {
            case DONE -> {
                var next = change.next();
                if (!next.keepsPlace()) {
                    places.release(next.programme(), next.id());
                }
                if (held.referral().hasPlace() && !next.hasPlace()) {
                    new OfferFreedPlaces(referrals, rules, places).of(next.programme(), now);
                }
                yield new Outcome.Done(new Referrals.Held(next, version + 1));
            }
            case STALE, HANDLED_BEFORE -> new Outcome.Stale();
        };
    }
}
