package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.sharing.FieldGroup;
import uk.kinbridge.referral.information.KeptDecision;
import uk.kinbridge.referral.information.StatedSharing;
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
                        : corrected(held, applicable, caller, item, text, reason, StatedSharing.NOTHING, now));
    }

    private Amendment corrected(
            Referrals.Held held,
            Rules applicable,
            Caller caller,
            String item,
            String text,
            String reason,
            StatedSharing stated,
            Instant now) {
        var group = Disclosed.groupOf(item, applicable.pathway());
        var tells = Map.of("before", group, "after", group, "reason", group);
        return told(
                tell.told(Amended.CORRECTED, tells, Set.of(), held, applicable, stated, caller, now),
                passing -> new Amended(held.referral(), Actor.of(caller), now, passing)
                        .corrected(item, text, reason, applicable));
    }

    /**
     * What the referring agency's own system says again.
     *
     * @param texts answers that differ, by the requirement that they answer
     * @param situation words of facts that are new
     * @param family all that could go of the family as it is known by now
     * @param stated what is stated about sharing, beside what is on record
     * @param decideAnew whether it has to be decided anew even if nothing else is said: somebody agrees, or no longer
     * @param message remembered in the referral's document, so that the message has its effect once
     */
    public record Revision(
            Map<String, String> texts,
            List<String> situation,
            Disclosed family,
            StatedSharing stated,
            boolean decideAnew,
            String message) {}

    /**
     * The referring agency's own system says again what the referral says: answers that read differently are put right,
     * what is so in the case is added, and the family goes as it is known by now, in one write. The story keeps what was
     * said before. What may not go to the other agency stops all of it, as with a person.
     */
    public Outcome revise(String id, long version, Caller caller, Revision revision, String reason, Instant now) {
        return amend(
                id,
                version,
                now,
                revision.message(),
                referral -> ReferralAccess.correct(caller, referral),
                (held, applicable) -> {
                    var unknown = new TreeMap<String, String>(
                            revision.stated().faults(held.referral().disclosed().people()));
                    revision.texts().keySet().stream()
                            .filter(item -> isNoAnswer(item, held.referral(), applicable))
                            .forEach(item -> unknown.put(item, "The pathway asks for no such answer."));
                    revision.situation().stream()
                            .filter(word -> Situation.named(word).isEmpty())
                            .forEach(word -> unknown.put(word, "The protocols know no such fact."));
                    return unknown.isEmpty()
                            ? revised(held, applicable, caller, revision, reason, now)
                            : new Amendment.Refused(unknown);
                });
    }

    private Amendment revised(
            Referrals.Held held, Rules applicable, Caller caller, Revision revision, String reason, Instant now) {
        var steps = new ArrayList<Function<Referrals.Held, Amendment>>();
        if (revision.decideAnew() || held.referral().disclosed().differsFrom(revision.family())) {
            steps.add(at -> decidedAnew(at, applicable, caller, revision, now));
        }
        new TreeMap<>(revision.texts())
                .forEach((item, text) ->
                        steps.add(at -> corrected(at, applicable, caller, item, text, reason, revision.stated(), now)));
        if (!revision.situation().isEmpty()) {
            steps.add(at -> told(at, applicable, caller, revision.situation(), revision.stated(), now));
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

    /** Nothing is taken back by it: what has gone has gone, and what is refused from now on does not go. */
    private Amendment decidedAnew(
            Referrals.Held held, Rules applicable, Caller caller, Revision revision, Instant now) {
        var referral = held.referral();
        var whole = revision.family();
        var decision = tell.anew(Amended.FAMILY_TOLD, whole, held, applicable, revision.stated(), caller, now)
                .orElse(null);
        var passing = decision == null ? Passing.ALL : new Passing(decision.id(), List.of());
        var amended = new Amended(referral, Actor.of(caller), now, passing);
        if (decision != null && !decision.shares()) {
            boolean nothingGoes = revision.texts().isEmpty()
                    && revision.situation().isEmpty()
                    && !referral.disclosed().differsFrom(whole);
            return nothingGoes
                    ? new Amendment.Done(amended.decidedAnew(referral.disclosed()))
                    : new Amendment.Stays(decision);
        }
        var goes = decision == null ? whole : whole.letThroughBy(decision);
        if (!goes.saysTheSameAs(referral.disclosed())) {
            return new Amendment.Done(amended.familyTold(goes, applicable));
        }
        return new Amendment.Done(revision.decideAnew() ? amended.decidedAnew(goes) : Change.silent(referral));
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
            return told(held, applicable, caller, situation, StatedSharing.NOTHING, now);
        });
    }

    private Amendment told(
            Referrals.Held held,
            Rules applicable,
            Caller caller,
            List<String> situation,
            StatedSharing stated,
            Instant now) {
        var tells = Map.of(Amended.SITUATION, FieldGroup.CONCERN);
        return told(
                tell.told(
                        Amended.SITUATION_TOLD,
                        tells,
                        Situation.facts(situation),
                        held,
                        applicable,
                        stated,
                        caller,
                        now),
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
        return amend(id, version, now, null, access, work);
    }

    private Outcome amend(String id, long version, Instant now, @Nullable String message, Access access, Work work) {
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
            // Nothing new was said after all.
            case Amendment.Done(Change<Referral, ReferralEvent> change)
            when change.next().equals(held.referral()) && change.events().isEmpty() -> new Outcome.Done(held);
            case Amendment.Done(Change<Referral, ReferralEvent> change) ->
                saved(version, change, now, message) == Referrals.Saved.DONE
                        ? new Outcome.Done(new Referrals.Held(change.next(), version + 1))
                        : new Outcome.Stale();
        };
    }

    private Referrals.Saved saved(
            long version, Change<Referral, ReferralEvent> change, Instant now, @Nullable String message) {
        return message == null
                ? referrals.save(version, change, now)
                : referrals.saveOnce(version, change, now, message);
    }
}
