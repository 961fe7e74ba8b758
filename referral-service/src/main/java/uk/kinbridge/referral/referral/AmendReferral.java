package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.referral.referral.HandleReferral.Outcome;

/** Adds to a referral, or corrects it, without losing what was said before. */
public class AmendReferral {

    private final Referrals referrals;
    private final PinnedRules rules;

    public AmendReferral(Referrals referrals, PinnedRules rules) {
        this.referrals = referrals;
        this.rules = rules;
    }

    /**
     * The referring agency puts an answer right.
     *
     * @param item the requirement whose answer it is
     */
    public Outcome correct(
            String id, long version, Caller caller, String item, String text, String reason, Instant now) {
        return amend(id, version, now, referral -> ReferralAccess.correct(caller, referral), (referral, applicable) -> {
            boolean asked = applicable.pathway().requires().stream()
                    .anyMatch(requirement -> requirement.id().value().equals(item));
            return asked || referral.texts().containsKey(item)
                    ? new Amendment.Done(new Amended(referral, Actor.of(caller), now).corrected(item, text, reason))
                    : new Amendment.Refused(Map.of("item", "The pathway asks for no such answer."));
        });
    }

    /** Either side says what is so in the case by now (SAL-15, JWP-11). */
    public Outcome tell(String id, long version, Caller caller, List<String> situation, Instant now) {
        return amend(id, version, now, referral -> ReferralAccess.read(caller, referral), (referral, applicable) -> {
            var unknown = new TreeMap<String, String>();
            for (int i = 0; i < situation.size(); i++) {
                if (Situation.named(situation.get(i)).isEmpty()) {
                    unknown.put("situation[" + i + "]", "The protocols know no such fact.");
                }
            }
            return unknown.isEmpty()
                    ? new Amendment.Done(new Amended(referral, Actor.of(caller), now).told(situation, applicable))
                    : new Amendment.Refused(unknown);
        });
    }

    private sealed interface Amendment {
        record Done(Change<Referral, ReferralEvent> change) implements Amendment {}

        record Refused(Map<String, String> byField) implements Amendment {}
    }

    private interface Access {
        AccessDecision of(Referral referral);
    }

    private interface Work {
        Amendment on(Referral referral, Rules rules);
    }

    private Outcome amend(String id, long version, Instant now, Access access, Work work) {
        var found = referrals.find(id);
        if (found.isEmpty()) {
            return new Outcome.NotPermitted(new AccessDecision.Concealed());
        }
        var held = found.get();
        if (access.of(held.referral()) instanceof AccessDecision.Refused refused) {
            return new Outcome.NotPermitted(refused);
        }
        if (held.version() != version) {
            return new Outcome.Stale();
        }
        return switch (work.on(held.referral(), rules.of(held.referral()))) {
            case Amendment.Refused(Map<String, String> byField) -> new Outcome.Unknown(byField);
            case Amendment.Done(Change<Referral, ReferralEvent> change) ->
                referrals.save(version, change, now) == Referrals.Saved.DONE
                        ? new Outcome.Done(new Referrals.Held(change.next(), version + 1))
                        : new Outcome.Stale();
        };
    }
}
