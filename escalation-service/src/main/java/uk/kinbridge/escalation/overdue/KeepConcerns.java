package uk.kinbridge.escalation.overdue;

import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import uk.kinbridge.escalation.disagreement.Actor;
import uk.kinbridge.escalation.disagreement.HandleDisagreement;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;

/** Makes overdue obligations the concern of managers, and ends it when they are done. */
public class KeepConcerns {

    /** How an answer ends. */
    public sealed interface Outcome {
        record Done(OverdueConcerns.Held held) implements Outcome {}

        record NotPermitted(AccessDecision.Refused refused) implements Outcome {}

        record Stale() implements Outcome {}
    }

    private final OverdueConcerns concerns;
    private final ManagersTime time;
    private final HandleDisagreement disagreements;
    private final Supplier<String> references;

    public KeepConcerns(
            OverdueConcerns concerns,
            ManagersTime time,
            HandleDisagreement disagreements,
            Supplier<String> references) {
        this.concerns = concerns;
        this.time = time;
        this.disagreements = disagreements;
        this.references = references;
    }

    /**
     * A clock of some service has been breached. Once, however often the news comes.
     *
     * @param told who has heard of it from that service
     */
    public void breached(Overdue overdue, Set<Owner> told, Instant now, String messageId) {
        concerns.addOnce(Concern.of(overdue, references.get(), time, told, now), now, messageId);
    }

    /** What was overdue has been done, whichever news comes first. */
    public void met(Overdue overdue, Instant metAt, Instant now, String messageId) {
        while (true) {
            var found = concerns.find(overdue.concernId());
            if (found.isEmpty()) {
                if (concerns.addOnce(Concern.doneBefore(overdue, references.get(), metAt), now, messageId)) {
                    return;
                }
                continue;
            }
            var held = found.get();
            var change = held.concern().done(metAt);
            if (change.isEmpty() || concerns.save(held.version(), change.get(), now)) {
                tellDisagreements(held.concern(), now, messageId);
                return;
            }
        }
    }

    /** Every disagreement on it stays open: only the one who raised it says that it is resolved. */
    private void tellDisagreements(Concern concern, Instant now, String messageId) {
        for (var raised : concern.raised()) {
            disagreements.hear(
                    raised.disagreement(),
                    "overdue.done",
                    "What was overdue has been done: " + concern.overdue().words() + ". Say whether that resolves it",
                    now,
                    messageId);
        }
    }

    /** The manager says what is done about it. */
    public Outcome answer(String id, long version, Caller caller, String words, Instant now) {
        var found = concerns.find(id);
        if (found.isEmpty()) {
            return new Outcome.NotPermitted(new AccessDecision.Concealed());
        }
        var concern = found.get().concern();
        if (ConcernAccess.answer(caller, concern) instanceof AccessDecision.Refused refused) {
            return new Outcome.NotPermitted(refused);
        }
        var change = concern.answered(Actor.of(caller), words, now);
        return found.get().version() == version && concerns.save(version, change, now)
                ? new Outcome.Done(new OverdueConcerns.Held(change.next(), version + 1))
                : new Outcome.Stale();
    }
}
