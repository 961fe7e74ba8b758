package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;

/** What people do with a referral that has been sent. */
public class HandleReferral {

    /** How it ends. */
    public sealed interface Outcome {
        /** Done, or done before by somebody: the referral as it is now. */
        record Done(Referrals.Held held) implements Outcome {}

        /** Not for this caller. */
        record NotPermitted(AccessDecision.Refused refused) implements Outcome {}

        /** Somebody else has changed it since the caller read it. */
        record Stale() implements Outcome {}

        /** The appointment cannot lie before the invitation. */
        record AppointmentInThePast() implements Outcome {}
    }

    private final Referrals referrals;
    private final PinnedRules rules;

    public HandleReferral(Referrals referrals, PinnedRules rules) {
        this.referrals = referrals;
        this.rules = rules;
    }

    /**
     * A person of the receiving agency acknowledges it (HAC-03, HAC-14, HAC-17). A second acknowledgement changes
     * nothing and answers with the first.
     *
     * @param version the version that the caller has read
     */
    public Outcome acknowledge(String id, long version, Caller caller, Instant now) {
        return change(
                id,
                version,
                now,
                referral -> ReferralAccess.acknowledge(caller, referral),
                referral -> referral.acknowledge(Actor.of(caller), now, rules.of(referral)));
    }

    /**
     * The person referred is invited to an assessment (HAC-03).
     *
     * @param appointmentAt when the assessment takes place
     */
    public Outcome invite(
            String id, long version, Caller caller, Instant appointmentAt, @Nullable String place, Instant now) {
        if (appointmentAt.isBefore(now)) {
            return new Outcome.AppointmentInThePast();
        }
        return change(
                id,
                version,
                now,
                referral -> ReferralAccess.invite(caller, referral),
                referral -> referral.invite(Actor.of(caller), now, appointmentAt, place, rules.of(referral)));
    }

    private interface Access {
        AccessDecision of(Referral referral);
    }

    private interface Command {
        Optional<Change<Referral, ReferralEvent>> on(Referral referral);
    }

    private Outcome change(String id, long version, Instant now, Access access, Command command) {
        var found = referrals.find(id);
        if (found.isEmpty()) {
            return new Outcome.NotPermitted(new AccessDecision.Concealed());
        }
        var held = found.get();
        if (access.of(held.referral()) instanceof AccessDecision.Refused refused) {
            return new Outcome.NotPermitted(refused);
        }
        var change = command.on(held.referral());
        if (change.isEmpty()) {
            return new Outcome.Done(held);
        }
        if (held.version() != version) {
            return new Outcome.Stale();
        }
        return switch (referrals.save(version, change.get(), now)) {
            case DONE -> new Outcome.Done(new Referrals.Held(change.get().next(), version + 1));
            case STALE, HANDLED_BEFORE -> new Outcome.Stale();
        };
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
            if (!applicable.isReceipt(purpose)) {
                return;
            }
            var change = referral.acknowledge(by, at, applicable);
            if (change.isEmpty()) {
                return;
            }
            saved = referrals.saveOnce(found.get().version(), change.get(), now, messageId);
        } while (saved == Referrals.Saved.STALE);
    }
}
