package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.sharing.FieldGroup;
import uk.kinbridge.referral.information.KeptDecision;
import uk.kinbridge.referral.referral.HandleReferral.Outcome;

/** Adds to a referral, or corrects it, without losing what was said before. */
public class AmendReferral {

    private final Referrals referrals;
    private final PinnedRules rules;
    private final TellOthers tell;

    public AmendReferral(Referrals referrals, PinnedRules rules, TellOthers tell) {
        this.referrals = referrals;
        this.rules = rules;
        this.tell = tell;
    }

    /**
     * The referring agency puts an answer right.
     *
     * @param item the requirement whose answer it is
     */
    public Outcome correct(
            String id, long version, Caller caller, String item, String text, String reason, Instant now) {
        return amend(
                id,
                version,
                now,
                referral -> ReferralAccess.correct(caller, referral),
                (held, applicable) -> isNoAnswer(item, held.referral(), applicable)
                        ? new Amendment.Refused(Map.of("item", "The pathway asks for no such answer."))
                        : corrected(held, applicable, caller, item, text, reason, now));
    }

    private Amendment corrected(
            Referrals.Held held,
            Rules applicable,
            Caller caller,
            String item,
            String text,
            String reason,
            Instant now) {
        var group = Disclosed.groupOf(item, applicable.pathway());
        var tells = Map.of("before", group, "after", group, "reason", group);
        return told(
                tell.of(Amended.CORRECTED, tells, Set.of(), held, applicable, caller, now),
                passing -> new Amended(held.referral(), Actor.of(caller), now, passing)
                        .corrected(item, text, reason, applicable));
    }

    /**
     * The referring agency's own system says again what the referral says: answers that read differently are put right
     * and what is so in the case is added, in one write. The story keeps what was said before. What may not go to the
     * other agency stops all of it, as with a person.
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
        return amend(id, version, now, referral -> ReferralAccess.correct(caller, referral), (held, applicable) -> {
            var unknown = new TreeMap<String, String>();
            texts.keySet().stream()
                    .filter(item -> isNoAnswer(item, held.referral(), applicable))
                    .forEach(item -> unknown.put(item, "The pathway asks for no such answer."));
            situation.stream()
                    .filter(word -> Situation.named(word).isEmpty())
                    .forEach(word -> unknown.put(word, "The protocols know no such fact."));
            return unknown.isEmpty()
                    ? revised(held, applicable, caller, texts, situation, reason, now)
                    : new Amendment.Refused(unknown);
        });
    }

    private Amendment revised(
            Referrals.Held held,
            Rules applicable,
            Caller caller,
            Map<String, String> texts,
            List<String> situation,
            String reason,
            Instant now) {
        var steps = new ArrayList<Function<Referrals.Held, Amendment>>();
        new TreeMap<>(texts)
                .forEach((item, text) -> steps.add(at -> corrected(at, applicable, caller, item, text, reason, now)));
        if (!situation.isEmpty()) {
            steps.add(at -> told(at, applicable, caller, situation, now));
        }
        var events = new ArrayList<ReferralEvent>();
        var next = held.referral();
        for (var step : steps) {
            var amendment = step.apply(new Referrals.Held(next, held.version()));
            if (!(amendment instanceof Amendment.Done(var change))) {
                return amendment;
            }
            next = change.next();
            events.addAll(change.events());
        }
        return new Amendment.Done(new Change<>(next, events));
    }

    private static boolean isNoAnswer(String item, Referral referral, Rules applicable) {
        return !referral.texts().containsKey(item)
                && applicable.pathway().requires().stream()
                        .noneMatch(requirement -> requirement.id().value().equals(item));
    }

    /** Either side says what is so in the case by now (SAL-15, JWP-11). */
    public Outcome tell(String id, long version, Caller caller, List<String> situation, Instant now) {
        return amend(id, version, now, referral -> ReferralAccess.read(caller, referral), (held, applicable) -> {
            var unknown = new TreeMap<String, String>();
            for (int i = 0; i < situation.size(); i++) {
                if (Situation.named(situation.get(i)).isEmpty()) {
                    unknown.put("situation[" + i + "]", "The protocols know no such fact.");
                }
            }
            if (!unknown.isEmpty()) {
                return new Amendment.Refused(unknown);
            }
            return told(held, applicable, caller, situation, now);
        });
    }

    private Amendment told(Referrals.Held held, Rules applicable, Caller caller, List<String> situation, Instant now) {
        var tells = Map.of(Amended.SITUATION, FieldGroup.CONCERN);
        return told(
                tell.of(Amended.SITUATION_TOLD, tells, Situation.facts(situation), held, applicable, caller, now),
                passing -> new Amended(held.referral(), Actor.of(caller), now, passing).told(situation, applicable));
    }

    private static Amendment told(
            TellOthers.Verdict verdict, Function<Passing, Change<Referral, ReferralEvent>> amend) {
        return switch (verdict) {
            case TellOthers.Verdict.Goes(Passing passing) -> new Amendment.Done(amend.apply(passing));
            case TellOthers.Verdict.Stays(KeptDecision decision) -> new Amendment.Stays(decision);
        };
    }

    private sealed interface Amendment {
        record Done(Change<Referral, ReferralEvent> change) implements Amendment {}

        record Refused(Map<String, String> byField) implements Amendment {}

        record Stays(KeptDecision decision) implements Amendment {}
    }

    private interface Access {
        AccessDecision of(Referral referral);
    }

    private interface Work {
        Amendment on(Referrals.Held held, Rules rules);
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
        return switch (work.on(held, rules.of(held.referral()))) {
            case Amendment.Stays(KeptDecision decision) -> new Outcome.NotShared(decision);
            case Amendment.Refused(Map<String, String> byField) -> new Outcome.Unknown(byField);
            case Amendment.Done(Change<Referral, ReferralEvent> change) ->
                referrals.save(version, change, now) == Referrals.Saved.DONE
                        ? new Outcome.Done(new Referrals.Held(change.next(), version + 1))
                        : new Outcome.Stale();
        };
    }
}
