package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.document.Documents;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.heldopen.OpenDisagreements;
import uk.kinbridge.protocols.heldopen.OpenDisagreements.Open;
import uk.kinbridge.protocols.pack.Missing;
import uk.kinbridge.referral.information.KeptDecision;
import uk.kinbridge.referral.information.StatedSharing;

/** What people do with a referral that has begun. */
public class HandleReferral {

    /** How it ends. */
    public sealed interface Outcome {
        /** Done, or done before by somebody: the referral as it is now. */
        record Done(Referrals.Held held) implements Outcome {}

        /** Not for this caller. */
        record NotPermitted(AccessDecision.Refused refused) implements Outcome {}

        /** Somebody else has changed it since the caller read it. */
        record Stale() implements Outcome {}

        /** The pathway does not let this happen where the referral stands. */
        record NotNow(String why, List<String> obligations) implements Outcome {}

        /** Something that must go with it is missing. */
        record Incomplete(List<Missing> missing) implements Outcome {}

        /** Fields whose value cannot be. */
        record Unknown(Map<String, String> byField) implements Outcome {}

        /** Agencies disagree about it, and until that is resolved nothing about it is closed (SAL-27). */
        record HeldOpen(List<Open> by, List<String> obligations) implements Outcome {}

        /** The decision on sharing: nothing of it goes (SAL-02, SAL-03, JWP-07). */
        record NotShared(KeptDecision decision) implements Outcome {}

        /** Every place of the programme is taken (SAL-19). */
        record Full(int places, List<String> obligations) implements Outcome {}
    }

    private final Referrals referrals;
    private final PinnedRules rules;
    private final Documents documents;
    private final Places places;
    private final OpenDisagreements disagreements;
    private final ActOnReferral acting;

    public HandleReferral(
            Referrals referrals,
            PinnedRules rules,
            Documents documents,
            Places places,
            OpenDisagreements disagreements,
            TellOthers tell) {
        this.referrals = referrals;
        this.rules = rules;
        this.documents = documents;
        this.places = places;
        this.disagreements = disagreements;
        this.acting = new ActOnReferral(referrals, rules, places, tell);
    }

    /**
     * A person acts on it. What was done before changes nothing and answers with the referral as it is.
     *
     * @param version the version that the caller has read
     */
    public Outcome act(String id, long version, Caller caller, Act act, Instant now) {
        return act(id, version, caller, act, StatedSharing.NOTHING, now);
    }

    /**
     * The same with what the person states about sharing what they say: every word that goes to the other agency passes
     * that decision.
     */
    public Outcome act(String id, long version, Caller caller, Act act, StatedSharing stated, Instant now) {
        return acting.withReferral(id, caller, act, (held, applicable) -> {
            var holding = act.closes() ? disagreements.between(held.referral().parties(), id) : List.<Open>of();
            return holding.isEmpty()
                    ? acting.save(held, version, act, stated, caller, now, applicable)
                    : new Outcome.HeldOpen(holding, applicable.obligationsOfTheLadder());
        });
    }

    /**
     * The person referred is invited to an assessment (HAC-03).
     *
     * @param invite whose appointment cannot lie before the invitation
     */
    public Outcome invite(String id, long version, Caller caller, Act.Invite invite, Instant now) {
        return acting.withReferral(
                id,
                caller,
                invite,
                (held, applicable) -> invite.appointmentAt().isBefore(now)
                        ? new Outcome.Unknown(
                                Map.of("appointmentAt", "The appointment cannot lie before the invitation."))
                        : acting.save(held, version, invite, StatedSharing.NOTHING, caller, now, applicable));
    }

    /**
     * What was agreed in the call is written down and sent (SAL-05). What the pathway asks for must be there now.
     *
     * @param enclosures documents that the caller's agency has uploaded
     */
    public Outcome send(
            String id,
            long version,
            Caller caller,
            Map<String, String> texts,
            List<SubmitReferral.Enclosure> enclosures,
            StatedSharing stated,
            Instant now) {
        return acting.withReferral(id, caller, new Act.Send(texts, List.of()), (held, applicable) -> {
            var unknown = new TreeMap<String, String>();
            var send = new Act.Send(texts, new Enclosures(documents).of(enclosures, caller, unknown));
            if (!unknown.isEmpty()) {
                return new Outcome.Unknown(unknown);
            }
            var whole = held.referral().content().with(send.texts(), send.documents());
            var missing = applicable.pathway().missing(whole.provided(applicable.pathway()));
            return missing.isEmpty()
                    ? acting.save(held, version, send, stated, caller, now, applicable)
                    : new Outcome.Incomplete(missing);
        });
    }

    /** A place on a programme is offered, if there is one; else the family waits, and is not refused (SAL-19). */
    public Outcome offerPlace(String id, long version, Caller caller, Instant now) {
        return acting.withReferral(id, caller, new Act.OfferPlace(null), (held, applicable) -> {
            var capacity = applicable.pathway().capacity();
            if (capacity == null) {
                return acting.perform(held, version, new Act.OfferPlace(null), Passing.ALL, caller, now, applicable);
            }
            var referral = held.referral();
            var offer = new Act.OfferPlace(applicable.endOfProgramme(referral, now));
            if (!(referral.act(offer, Actor.of(caller), now, applicable) instanceof Acted.Done)) {
                return acting.perform(held, version, offer, Passing.ALL, caller, now, applicable);
            }
            if (held.version() != version) {
                return new Outcome.Stale();
            }
            var programme = referral.programme();
            if (!places.take(programme, id, capacity.places(), offer.until(), now)) {
                return new Outcome.Full(
                        capacity.places(), Rules.ids(applicable.pathway().obligations()));
            }
            var outcome = acting.perform(held, version, offer, Passing.ALL, caller, now, applicable);
            if (outcome instanceof Outcome.Done) {
                // Whoever offered at the same moment and came second may have given the place back meanwhile.
                places.take(programme, id, capacity.places(), offer.until(), now);
            } else if (!onProgramme(id)) {
                places.release(programme, id);
            }
            return outcome;
        });
    }

    /** Whether it has its place by what somebody else did. */
    private boolean onProgramme(String id) {
        return referrals.find(id).map(held -> held.referral().hasPlace()).orElse(false);
    }

    /**
     * The notice of the referral's arrival was acknowledged by a person: the same as acknowledging the referral. The
     * moment of the act counts, not that of the news, so that a slow broker never makes anybody late.
     */
    public void acknowledgedByNotice(String id, String purpose, Actor by, Instant at, String messageId, Instant now) {
        Referrals.Saved saved;
        do {
            var found = referrals.find(id);
            if (found.isEmpty()) {
                return;
            }
            var referral = found.get().referral();
            var applicable = rules.of(referral);
            if (!applicable.isReceipt(purpose)
                    || !(referral.act(new Act.Acknowledge(), by, at, applicable)
                            instanceof Acted.Done(Change<Referral, ReferralEvent> change))) {
                return;
            }
            saved = referrals.saveOnce(found.get().version(), change, now, messageId);
        } while (saved == Referrals.Saved.STALE);
    }
}
