package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.ArrayList;
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
            return isNoAnswer(item, referral, applicable)
                    ? new Amendment.Refused(Map.of("item", "The pathway asks for no such answer."))
                    : new Amendment.Done(new Amended(referral, Actor.of(caller), now).corrected(item, text, reason));
        });
    }

    /**
     * The referring agency's own system says again what the referral says: answers that read differently are put right
     * and what is so in the case is added, in one write. The story keeps what was said before.
     *
     * @param texts answers that differ, by the requirement that they answer
     * @param situation words of facts that are new
     */
    public Outcome revise(
            String id,
            long version,
            Caller caller,
            Map<String, String> texts,
            List<String> situation,
            String reason,
            Instant now) {
        return amend(id, version, now, referral -> ReferralAccess.correct(caller, referral), (referral, applicable) -> {
            var unknown = new TreeMap<String, String>();
            texts.keySet().stream()
                    .filter(item -> isNoAnswer(item, referral, applicable))
                    .forEach(item -> unknown.put(item, "The pathway asks for no such answer."));
            situation.stream()
                    .filter(word -> Situation.named(word).isEmpty())
                    .forEach(word -> unknown.put(word, "The protocols know no such fact."));
            return unknown.isEmpty()
                    ? new Amendment.Done(revised(referral, Actor.of(caller), now, texts, situation, reason, applicable))
                    : new Amendment.Refused(unknown);
        });
    }

    private static Change<Referral, ReferralEvent> revised(
            Referral referral,
            Actor by,
            Instant now,
            Map<String, String> texts,
            List<String> situation,
            String reason,
            Rules applicable) {
        var events = new ArrayList<ReferralEvent>();
        var next = referral;
        for (var answer : new TreeMap<>(texts).entrySet()) {
            var corrected = new Amended(next, by, now).corrected(answer.getKey(), answer.getValue(), reason);
            next = corrected.next();
            events.addAll(corrected.events());
        }
        if (!situation.isEmpty()) {
            var told = new Amended(next, by, now).told(situation, applicable);
            next = told.next();
            events.addAll(told.events());
        }
        return new Change<>(next, events);
    }

    private static boolean isNoAnswer(String item, Referral referral, Rules applicable) {
        return !referral.texts().containsKey(item)
                && applicable.pathway().requires().stream()
                        .noneMatch(requirement -> requirement.id().value().equals(item));
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
