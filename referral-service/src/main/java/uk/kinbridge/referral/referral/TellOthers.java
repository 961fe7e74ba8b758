package uk.kinbridge.referral.referral;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.sharing.FieldGroup;
import uk.kinbridge.referral.information.DecideAgain;
import uk.kinbridge.referral.information.KeptDecision;
import uk.kinbridge.referral.information.StatedSharing;
import uk.kinbridge.referral.referral.Referrals.Held;

/**
 * Puts whatever one agency tells another about a referral to the decision on sharing: updates, corrections, later facts,
 * invitations, redirections (ENG-11, SAL-03, JWP-07).
 */
public class TellOthers {

    /** How it ends. */
    public sealed interface Verdict {
        /** It goes, as far as {@code passing} lets it. */
        record Goes(Passing passing) implements Verdict {}

        /** Nothing of it goes. */
        record Stays(KeptDecision decision) implements Verdict {}
    }

    private final DecideAgain decide;

    public TellOthers(DecideAgain decide) {
        this.decide = decide;
    }

    /**
     * Somebody acts on a referral, and says something with it.
     *
     * @param stated what they state about sharing; {@link StatedSharing#NOTHING} when what is on record has to do
     */
    public Verdict of(Act act, Held held, Rules rules, StatedSharing stated, Caller caller, Instant now) {
        var facts = act instanceof Act.IndicateHarm
                ? EnumSet.of(Fact.CHILD_AT_RISK_OF_SIGNIFICANT_HARM)
                : EnumSet.noneOf(Fact.class);
        return of(act.event().word(), act.tells(), facts, held, rules, stated, caller, now)
                .<Verdict>map(told -> {
                    if (!told.decision.shares() && act.isTelling()) {
                        return new Verdict.Stays(told.decision);
                    }
                    decide.keep(told.decision, now);
                    return new Verdict.Goes(new Passing(told.decision.id(), told.keptBack(act.tells())));
                })
                .orElseGet(() -> new Verdict.Goes(Passing.ALL));
    }

    /**
     * What goes of the family is decided anew, with what is known of it and stated by now; empty where no decision was
     * kept to go by.
     *
     * @param whole all that could go of it
     */
    Optional<KeptDecision> anew(
            String what, Disclosed whole, Held held, Rules rules, StatedSharing stated, Caller caller, Instant now) {
        return first(held.referral())
                .map(first -> decide(
                        first,
                        what,
                        held.referral().recipient().agency(),
                        true,
                        Set.of(),
                        whole,
                        held,
                        rules,
                        stated,
                        caller,
                        now));
    }

    /**
     * Something is added to what was sent.
     *
     * @param what the word for it in the story
     * @param tells which part of a person's record each of its words tells of
     * @param facts that are told
     */
    Verdict of(
            String what,
            Map<String, FieldGroup> tells,
            Set<Fact> facts,
            Held held,
            Rules rules,
            Caller caller,
            Instant now) {
        return told(what, tells, facts, held, rules, StatedSharing.NOTHING, caller, now);
    }

    /** The same with what is stated about sharing. */
    Verdict told(
            String what,
            Map<String, FieldGroup> tells,
            Set<Fact> facts,
            Held held,
            Rules rules,
            StatedSharing stated,
            Caller caller,
            Instant now) {
        return of(what, tells, facts, held, rules, stated, caller, now)
                .<Verdict>map(told -> told.decision.shares()
                        ? new Verdict.Goes(new Passing(told.decision.id(), told.keptBack(tells)))
                        : new Verdict.Stays(told.decision))
                .orElseGet(() -> new Verdict.Goes(Passing.ALL));
    }

    /** What of the family may go to an agency that is asked to take the referral (FAP-14); empty for all of it. */
    Optional<KeptDecision> toNext(
            Receiver next, Held held, Rules rules, StatedSharing stated, Caller caller, Instant now) {
        return first(held.referral()).map(first -> {
            boolean sameKind = kind(next.agency(), rules)
                    .equals(kind(held.referral().recipient().agency(), rules));
            return decide(first, "redirection", next.agency(), sameKind, Set.of(), held, rules, stated, caller, now);
        });
    }

    private record Told(KeptDecision decision, Disclosed disclosed) {

        /** What is said of more than the decision lets through stays where it was said. */
        List<String> keptBack(Map<String, FieldGroup> tells) {
            var let = decision.of(disclosed.subject().id());
            return tells.entrySet().stream()
                    .filter(one -> !let.contains(one.getValue()))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        }
    }

    private Optional<Told> of(
            String what,
            Map<String, FieldGroup> tells,
            Set<Fact> facts,
            Held held,
            Rules rules,
            StatedSharing stated,
            Caller caller,
            Instant now) {
        var referral = held.referral();
        if (tells.isEmpty()) {
            return Optional.empty();
        }
        var to = caller.worksFor(referral.recipient().agency())
                ? referral.referrer().agency()
                : referral.recipient().agency();
        return first(referral)
                .map(first -> new Told(
                        decide(first, what, to, true, facts, held, rules, stated, caller, now), referral.disclosed()));
    }

    /** What was sent before decisions were kept has none to go by. */
    private Optional<KeptDecision> first(Referral referral) {
        return Optional.ofNullable(referral.disclosed().decisionId()).flatMap(decide::find);
    }

    private KeptDecision decide(
            KeptDecision first,
            String what,
            String to,
            boolean samePurpose,
            Set<Fact> facts,
            Held held,
            Rules rules,
            StatedSharing stated,
            Caller caller,
            Instant now) {
        return decide(
                first, what, to, samePurpose, facts, held.referral().disclosed(), held, rules, stated, caller, now);
    }

    private KeptDecision decide(
            KeptDecision first,
            String what,
            String to,
            boolean samePurpose,
            Set<Fact> facts,
            Disclosed disclosed,
            Held held,
            Rules rules,
            StatedSharing stated,
            Caller caller,
            Instant now) {
        var referral = held.referral();
        var known = EnumSet.noneOf(Fact.class);
        known.addAll(Situation.facts(referral.content().situation()));
        known.addAll(facts);
        var id = UUID.nameUUIDFromBytes(String.join(
                                "/",
                                "told",
                                referral.id(),
                                String.valueOf(held.version()),
                                what,
                                to,
                                key(stated),
                                disclosed.equals(referral.disclosed()) ? "" : disclosed.toString())
                        .getBytes(StandardCharsets.UTF_8))
                .toString();
        return decide.decide(
                id,
                new DecideAgain.Telling(
                        first,
                        rules.pack(),
                        caller.agency(),
                        to,
                        samePurpose,
                        known,
                        disclosed.people(),
                        disclosed.address(),
                        stated,
                        new KeptDecision.Occasion(what.replace('.', '-'), referral.id(), referral.reference())),
                caller,
                now);
    }

    /** Asked again with another statement, it is another decision. */
    private static String key(StatedSharing stated) {
        return stated.equals(StatedSharing.NOTHING) ? "" : stated.toString();
    }

    private static String kind(String agency, Rules rules) {
        return rules.pack()
                .agency(new uk.kinbridge.protocols.pack.AgencyId(agency))
                .map(one -> one.role().word())
                .orElse(agency);
    }
}
