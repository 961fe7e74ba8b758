package uk.kinbridge.escalation.disagreement;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import uk.kinbridge.escalation.disagreement.DisagreementEvent.Addressee;
import uk.kinbridge.escalation.disagreement.Draft.Telling;
import uk.kinbridge.escalation.post.Posts;
import uk.kinbridge.protocols.pack.Fact;

/** An immediate risk that shows only later. It makes a disagreement quicker and never slower. */
record Risk(Draft draft, Rules rules, Posts posts, Instant now) {

    void declare(Actor by, List<Fact> risks, String words) {
        var before = draft.matter;
        var all = EnumSet.noneOf(Fact.class);
        all.addAll(before.risks());
        all.addAll(risks);
        var known = List.copyOf(all);
        var answering = draft.before().sides().answering().agency();
        var soonest = before.isUrgent() ? before.allRungsBy() : rules.allRungsBy(known, answering, now);
        draft.matter =
                new Matter(before.subject(), before.concern(), before.wanted(), before.clauses(), known, soonest);
        draft.write(now, "risk.declared", "Immediate risk: " + words, by, rules.obligations());
        tellBothSides();
        if (!before.isUrgent() && draft.matter.isUrgent()) {
            quicken();
        }
    }

    private void tellBothSides() {
        var step = draft.steps.getLast();
        var telling = Telling.of(
                "immediate-risk-" + now.toEpochMilli(),
                "Immediate risk to a child has been declared. Immediate danger or a child home alone: call the police"
                        + " on 999 before anything else",
                rules.obligation(step.level()));
        for (var seat : List.of(step.raising(), step.answering())) {
            draft.tellSeat(telling.asking("Act now"), seat, now);
            draft.tell(telling, new Addressee(seat.agency(), "manager", null), now);
        }
    }

    /** The rung's time shrinks to its share of what is left of the day; it never grows. */
    private void quicken() {
        var kind = draft.stage.clock();
        var running = draft.clocks
                .running(kind)
                .orElseThrow(() -> new IllegalStateException("an open disagreement has a clock"));
        var quicker = RungTime.clock(
                kind,
                running.obligations(),
                running.owner(),
                draft.stage.level(),
                draft.matter.allRungsBy(),
                rules,
                now);
        if (quicker.dueAt().isBefore(running.dueAt())) {
            draft.cancelRunning(now);
            draft.clocks = draft.clocks.with(quicker);
        }
    }
}
