package uk.kinbridge.referral.information;

import java.time.Instant;
import java.util.List;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.pack.Pack;

/** The step that every referral passes before it goes: what it lets through is what the other agency sees. */
public class DecideForReferral {

    private final FamilyFacts families;
    private final Decide decide;
    private final SharingDecisions decisions;

    public DecideForReferral(FamilyFacts families, Decide decide, SharingDecisions decisions) {
        this.families = families;
        this.decide = decide;
        this.decisions = decisions;
    }

    /**
     * Decides and keeps the decision, for sharing and for not sharing. One that asks first is no decision yet: nothing
     * is kept but the answers that came with it, and the referral comes again.
     *
     * @param id of the decision, derived from the referral's, so that a repeated request meets the first one's
     * @param people the subject first, then those who come along
     */
    public KeptDecision decide(
            String id,
            String familyId,
            Pack pack,
            String recipient,
            List<String> people,
            SharingStatement statement,
            KeptDecision.Occasion occasion,
            Caller caller,
            Instant now) {
        return decisions.find(id).orElseGet(() -> {
            var family = families.seenBy(caller, familyId).orElseThrow();
            var decision = decide.decide(
                            id,
                            new Matter(
                                    family,
                                    pack,
                                    caller.agency(),
                                    recipient,
                                    people.subList(0, 1),
                                    people.subList(1, people.size()),
                                    recipient.equals(caller.agency()),
                                    statement),
                            Worker.of(caller),
                            now)
                    .on(occasion);
            if (decision.askFirst().isEmpty()) {
                decisions.keep(Change.silent(decision), now);
            }
            return decision;
        });
    }
}
