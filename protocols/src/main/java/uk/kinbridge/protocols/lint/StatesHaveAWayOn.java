package uk.kinbridge.protocols.lint;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import uk.kinbridge.protocols.pack.Clock;
import uk.kinbridge.protocols.pack.Pathway;
import uk.kinbridge.protocols.pack.PathwayState;
import uk.kinbridge.protocols.pack.StateId;

/** Every state that waits has somebody who is waited for, a time limit, and a way on; every end has somebody too. */
final class StatesHaveAWayOn implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        for (Pathway own : subject.own().pathways()) {
            Pathway pathway = subject.woven(own);
            if (pathway.states().isEmpty()) {
                findings.add(own, "The pathway has no states, so nobody can tell where a referral stands.");
                continue;
            }
            for (PathwayState state : pathway.states()) {
                if (state.end()) {
                    end(state, findings);
                } else {
                    waits(state, pathway, findings);
                }
            }
            reached(pathway, findings);
        }
    }

    private static void end(PathwayState state, Findings findings) {
        if (state.responsible() == null) {
            findings.add(
                    state,
                    "The pathway ends in '%s' with nobody responsible; say who carries on.".formatted(state.id()));
        }
        if (!state.on().isEmpty() || state.waitsFor() != null || state.clock() != null) {
            findings.add(state, "'%s' is an end, so it waits for nobody and leads nowhere.".formatted(state.id()));
        }
    }

    private static void waits(PathwayState state, Pathway pathway, Findings findings) {
        if (state.waitsFor() == null) {
            findings.add(state, "'%s' waits, but does not say for whom.".formatted(state.id()));
        }
        if (state.clock() == null) {
            findings.add(state, "'%s' waits without a clock, so it could wait for ever.".formatted(state.id()));
        } else {
            clock(state, pathway, findings);
        }
        if (state.on().isEmpty()) {
            findings.add(state, "There is no way on from '%s', and it is no end.".formatted(state.id()));
        }
        state.on().values().stream()
                .filter(next -> pathway.state(next).isEmpty())
                .forEach(next -> findings.add(
                        state, "'%s' leads to '%s', which is no state of this pathway.".formatted(state.id(), next)));
    }

    private static void clock(PathwayState state, Pathway pathway, Findings findings) {
        Optional<Clock> clock = pathway.clocks().stream()
                .filter(c -> c.id().equals(state.clock()))
                .findFirst();
        if (clock.isEmpty()) {
            findings.add(
                    state,
                    "'%s' waits with the clock '%s', which this pathway does not have."
                            .formatted(state.id(), state.clock()));
        } else if (state.waitsFor() != null && !clock.get().owner().equals(state.waitsFor())) {
            findings.add(
                    state,
                    "'%s' waits for one party, but the clock '%s' is owed by another."
                            .formatted(state.id(), state.clock()));
        }
    }

    private static void reached(Pathway pathway, Findings findings) {
        Set<StateId> reached = from(pathway, pathway.states().getFirst());
        for (PathwayState state : pathway.states()) {
            if (!reached.contains(state.id())) {
                findings.add(state, "Nothing ever leads to '%s'.".formatted(state.id()));
            } else if (from(pathway, state).stream()
                    .flatMap(id -> pathway.state(id).stream())
                    .noneMatch(PathwayState::end)) {
                findings.add(state, "From '%s' the pathway can never end.".formatted(state.id()));
            }
        }
    }

    private static Set<StateId> from(Pathway pathway, PathwayState first) {
        Set<StateId> reached = new HashSet<>();
        var waiting = new ArrayDeque<StateId>();
        waiting.add(first.id());
        while (!waiting.isEmpty()) {
            StateId id = waiting.remove();
            if (reached.add(id)) {
                pathway.state(id).ifPresent(state -> waiting.addAll(state.on().values()));
            }
        }
        return reached;
    }
}
