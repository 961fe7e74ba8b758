package uk.kinbridge.assessment.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Clocked;
import uk.kinbridge.platform.clock.Clocks;
import uk.kinbridge.protocols.assessing.Answers;
import uk.kinbridge.protocols.pack.AssessmentRule.Kind;

/**
 * One assessment of one person of a family, on one version of one form of the protocol that it pins. It is a live
 * document: completed, looked at again on its clock and on any change, every version kept (HAC-15, JWP-13). What people
 * do with it is in {@link Writing}, {@link Finishing}, {@link Closing} and {@link Beside}.
 *
 * @param person the member of the family whom it is about
 * @param referral the referral that asked for it; null without one
 * @param sides the agencies that take part, the one that began it first
 * @param reopened what led to it being open again; empty while it is open for the first time, and when completed
 * @param closed how it was closed, the last time; null when it never was
 */
public record Assessment(
        String id,
        String reference,
        Pinned protocol,
        String area,
        Kind kind,
        String title,
        KnownFamily family,
        String person,
        @Nullable String referral,
        List<Side> sides,
        State state,
        List<Part> parts,
        Joint joint,
        @Nullable RiskDecision risk,
        List<Owed> owed,
        List<Harm> harms,
        List<String> reopened,
        List<SharedOutcome> outcomes,
        List<Edition> editions,
        @Nullable Closed closed,
        Actor worker,
        Instant begunAt,
        List<Clock> clocks,
        List<Happening> history)
        implements Clocked {

    public Assessment {
        sides = List.copyOf(sides);
        parts = List.copyOf(parts);
        owed = List.copyOf(owed);
        harms = List.copyOf(harms);
        reopened = List.copyOf(reopened);
        outcomes = List.copyOf(outcomes);
        editions = List.copyOf(editions);
        clocks = List.copyOf(clocks);
        history = List.copyOf(history);
    }

    /** How it stands. */
    public enum State {
        /** People write in it. */
        OPEN,
        /** Complete; it is looked at again on its clock, or when something changes. */
        COMPLETE,
        /** Open again. */
        REOPENED,
        /** Nobody looks at it again unless a person opens it, for a reason that the record holds. */
        CLOSED
    }

    /** Whether people write in it. */
    public boolean isOpen() {
        return state == State.OPEN || state == State.REOPENED;
    }

    /** The agency whose assessment it is. */
    public Side holder() {
        return sides.getFirst();
    }

    public List<String> agencies() {
        return sides.stream().map(Side::agency).toList();
    }

    /** Those that take part, and those that got the outcome in writing: these have nothing to write or to sign. */
    public List<String> readers() {
        return Stream.concat(agencies().stream(), outcomes.stream().map(SharedOutcome::to))
                .distinct()
                .toList();
    }

    public boolean isJoint() {
        return sides.size() > 1 || joint.planned() != null || joint.urgentBecause() != null;
    }

    public Optional<Part> part(String section) {
        return parts.stream().filter(p -> p.section().equals(section)).findFirst();
    }

    /** Everything that was typed, in all sections. */
    public Answers answers() {
        return parts.stream().map(Part::answers).reduce(Answers.NONE, Answers::and);
    }

    /** When time next matters. */
    public Optional<Instant> wakeAt() {
        return new Clocks(clocks).wakeAt();
    }

    public Optional<Clock> running(String kind) {
        return new Clocks(clocks).running(kind);
    }

    /** What newly published bank holidays make of its clocks; empty when none was computed with an older list. */
    public Optional<Change<Assessment, AssessmentEvent>> brought(Rules rules, Instant now) {
        return Timing.brought(new Draft(this), rules, now);
    }

    /** Time goes on: owners are warned before their clock is due, and people are told when it has passed. */
    public Change<Assessment, AssessmentEvent> elapse(Instant now, Rules rules) {
        var draft = new Draft(this);
        Timing.elapse(draft, rules, now);
        return draft.change();
    }
}
