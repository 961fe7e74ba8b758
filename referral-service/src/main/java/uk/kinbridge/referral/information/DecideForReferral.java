package uk.kinbridge.referral.information;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.sharing.ChildConcern;
import uk.kinbridge.protocols.sharing.SharingDecision;

/** The step that every referral passes before it goes: what it lets through is what the other agency sees. */
public class DecideForReferral {

    private final Decide decide;
    private final SharingDecisions decisions;

    public DecideForReferral(Decide decide, SharingDecisions decisions) {
        this.decide = decide;
        this.decisions = decisions;
    }

    /**
     * What a referral is about.
     *
     * @param family as its referrer may read it
     * @param people the subject first, then those who come along
     * @param said the same for the same statement about the same people: only that meets its first decision again
     * @param levelOpen it may be one for significant harm, and nobody has said yet whether it is: till then no refusal
     *     counts (JWP-07, SAL-02, HAC-16)
     */
    public record About(
            KnownFamily family,
            Pack pack,
            String recipient,
            List<String> people,
            SharingStatement statement,
            String said,
            KeptDecision.Occasion occasion,
            boolean levelOpen) {

        /** Where that refuses it, the level of concern is asked for first, and nothing has been decided. */
        public boolean leavesOpen(KeptDecision decision) {
            return levelOpen && decision.outcome() == SharingDecision.Kind.DO_NOT_SHARE;
        }
    }

    /**
     * Decides and keeps the decision, for sharing and for not sharing. One that asks first is no decision yet: nothing
     * is kept but the answers that came with it, and the referral comes again.
     *
     * @param id of the decision, derived from the referral's; with what is said it makes that of the decision, so that a
     *     repeated request meets its first one, and a changed one is decided anew
     * @param again whether the request may have come before
     */
    public KeptDecision decide(String id, boolean again, About about, Caller caller, Instant now) {
        var own = of(id, about.recipient(), about.said());
        var before = again ? decisions.find(own) : Optional.<KeptDecision>empty();
        // What was refused by what is on record is asked again: somebody may have agreed since.
        return before.filter(
                        kept -> kept.shares() || !about.statement().answers().isEmpty())
                .orElseGet(() -> decided(
                        before.isEmpty() ? own : of(own, "again", String.valueOf(now)), before, about, caller, now));
    }

    private KeptDecision decided(String id, Optional<KeptDecision> before, About about, Caller caller, Instant now) {
        var decision = decide.decide(
                        id,
                        new Matter(
                                about.family(),
                                about.pack(),
                                caller.agency(),
                                about.recipient(),
                                about.people().subList(0, 1),
                                about.people().subList(1, about.people().size()),
                                about.recipient().equals(caller.agency()),
                                about.statement()),
                        Worker.of(caller),
                        now)
                .on(about.occasion());
        if (before.isPresent() && before.get().outcome() == decision.outcome()) {
            return before.get();
        }
        if (decision.askFirst().isEmpty() && !about.leavesOpen(decision)) {
            decisions.keep(Change.silent(decision), now);
        }
        return decision;
    }

    /** Whether that decision was taken because a child may come to significant harm. */
    public boolean wasForHarm(String decisionId) {
        return decisions
                .find(decisionId)
                .filter(kept -> kept.inputs().childConcern().equals(Decide.kebab(ChildConcern.SIGNIFICANT_HARM)))
                .isPresent();
    }

    private static String of(String... parts) {
        return UUID.nameUUIDFromBytes(String.join("/", parts).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
