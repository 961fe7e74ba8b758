package uk.kinbridge.referral.information;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.pack.Pack;

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
     */
    public record About(
            KnownFamily family,
            Pack pack,
            String recipient,
            List<String> people,
            SharingStatement statement,
            KeptDecision.Occasion occasion) {}

    /**
     * Decides and keeps the decision, for sharing and for not sharing. One that asks first is no decision yet: nothing
     * is kept but the answers that came with it, and the referral comes again.
     *
     * @param id of the decision, derived from the referral's, so that a repeated request meets the first one's
     * @param again whether the request may have come before
     */
    public KeptDecision decide(String id, boolean again, About about, Caller caller, Instant now) {
        var before = again ? decisions.find(id) : Optional.<KeptDecision>empty();
        return before.orElseGet(() -> {
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
            if (decision.askFirst().isEmpty()) {
                decisions.keep(Change.silent(decision), now);
            }
            return decision;
        });
    }
}
