package uk.kinbridge.referral.draft;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.referral.draft.Drafts.Held;
import uk.kinbridge.referral.draft.ReferralDraft.State;
import uk.kinbridge.referral.referral.Actor;
import uk.kinbridge.referral.referral.Referrals;
import uk.kinbridge.referral.referral.SubmitReferral;

/** What people do with a draft: begin it, go on, discard it, take it up again, and send it in one step. */
public class WriteDraft {

    /** How it ends. */
    public sealed interface Outcome {
        /** Kept: the draft as it is now. */
        record Kept(Held held) implements Outcome {}

        /** It is a referral now, or was made one before. */
        record Sent(Held held, Referrals.Held referral) implements Outcome {}

        /** To this caller it does not exist. */
        record NotFound() implements Outcome {}

        /** Somebody else has changed it since the caller read it. */
        record Stale() implements Outcome {}

        /** It is not open, or is open already. */
        record NotNow(State state) implements Outcome {}

        /** Fields without which nothing can be sent. */
        record Unfinished(Map<String, String> byField) implements Outcome {}

        /** The protocol does not take it like this; the draft stays as it was. */
        record Refused(SubmitReferral.Outcome why) implements Outcome {}
    }

    private final Drafts drafts;
    private final SubmitReferral submit;
    private final Referrals referrals;
    private final Supplier<String> references;

    public WriteDraft(Drafts drafts, SubmitReferral submit, Referrals referrals, Supplier<String> references) {
        this.drafts = drafts;
        this.submit = submit;
        this.referrals = referrals;
        this.references = references;
    }

    /**
     * Begins one.
     *
     * @param id of the new draft; the same when the request is repeated, which then changes nothing
     */
    public Held begin(String id, ReferralDraft.@Nullable Origin origin, Typed typed, Caller caller, Instant now) {
        return drafts.find(id)
                .orElseGet(() -> drafts.add(
                        ReferralDraft.begun(id, references.get(), Actor.of(caller), origin, typed, urgent(now), now),
                        now));
    }

    /** Keeps what has been typed by now, also where it has expired meanwhile. */
    public Outcome type(String id, long version, Typed typed, Caller caller, Instant now) {
        return change(
                id,
                version,
                caller,
                EnumSet.of(State.OPEN, State.EXPIRED),
                draft -> draft.typedOn(typed, Actor.of(caller), urgent(now), now),
                now);
    }

    /** Puts it away, for a reason; it stays to be seen and can be taken up again. */
    public Outcome discard(String id, long version, String reason, Caller caller, Instant now) {
        return change(
                id,
                version,
                caller,
                EnumSet.of(State.OPEN),
                draft -> draft.discarded(reason, Actor.of(caller), now),
                now);
    }

    /** Goes on with one that was discarded or has expired. */
    public Outcome takeUpAgain(String id, long version, Caller caller, Instant now) {
        var found = seenBy(caller, id);
        if (found == null) {
            return new Outcome.NotFound();
        }
        var state = found.draft().state();
        return state == State.DISCARDED || state == State.EXPIRED
                ? save(found, version, found.draft().takenUpAgain(Actor.of(caller), urgent(now), now), now)
                : new Outcome.NotNow(state);
    }

    /**
     * Sends it. The referral's id follows from the draft's, so that a repetition, or a process that dies between the two
     * writes, makes one referral and not two.
     */
    public Outcome send(String id, long version, Caller caller, Instant now) {
        var found = seenBy(caller, id);
        if (found == null) {
            return new Outcome.NotFound();
        }
        var draft = found.draft();
        var sent = draft.referralId() == null
                ? null
                : referrals.find(draft.referralId()).orElse(null);
        if (sent != null) {
            return new Outcome.Sent(found, sent);
        }
        if (draft.state() != State.OPEN) {
            return new Outcome.NotNow(draft.state());
        }
        if (found.version() != version) {
            return new Outcome.Stale();
        }
        var unfinished = draft.typed().unfinished();
        if (!unfinished.isEmpty()) {
            return new Outcome.Unfinished(unfinished);
        }
        var outcome = submit.submit(
                referralOf(id), draft.typed().toRequest(), draft.typed().stated(), caller, now);
        return outcome instanceof SubmitReferral.Outcome.Submitted(Referrals.Held referral, var _)
                ? new Outcome.Sent(close(found, referral.referral().id(), caller, now), referral)
                : new Outcome.Refused(outcome);
    }

    /** The referral is there; whatever was typed into the draft meanwhile, it is closed now. */
    private Held close(Held found, String referralId, Caller caller, Instant now) {
        var held = found;
        while (true) {
            var next = held.draft().submitted(referralId, Actor.of(caller), now);
            if (drafts.save(held.version(), Change.silent(next), now)) {
                return new Held(next, held.version() + 1);
            }
            held = drafts.find(next.id()).orElseThrow();
            if (held.draft().state() == State.SUBMITTED) {
                return held;
            }
        }
    }

    /** The id of the referral that the draft becomes. */
    static String referralOf(String draftId) {
        return UUID.nameUUIDFromBytes(("draft/" + draftId).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private Outcome change(
            String id,
            long version,
            Caller caller,
            Set<State> in,
            Function<ReferralDraft, ReferralDraft> command,
            Instant now) {
        var found = seenBy(caller, id);
        if (found == null) {
            return new Outcome.NotFound();
        }
        var state = found.draft().state();
        return in.contains(state) ? save(found, version, command.apply(found.draft()), now) : new Outcome.NotNow(state);
    }

    private Outcome save(Held found, long version, ReferralDraft next, Instant now) {
        return found.version() == version && drafts.save(version, Change.silent(next), now)
                ? new Outcome.Kept(new Held(next, version + 1))
                : new Outcome.Stale();
    }

    /** A way that is for significant harm alone says so by itself, whatever else has been typed (JWP-07, SAL-02). */
    private Predicate<Typed> urgent(Instant now) {
        return typed -> typed.allowsNoWaiting(submit.saidByTheWay(typed.protocol(), typed.pathway(), now));
    }

    private @Nullable Held seenBy(Caller caller, String id) {
        return drafts.find(id)
                .filter(held -> DraftAccess.work(caller, held.draft()).isGranted())
                .orElse(null);
    }
}
