package uk.kinbridge.escalation.disagreement;

import java.time.Instant;
import java.util.Optional;
import uk.kinbridge.escalation.disagreement.Draft.Telling;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clocks;
import uk.kinbridge.protocols.published.Brought;

/**
 * The running level, looked at again with newly published bank holidays: what they move is moved in sight of both sides.
 * A level of an immediate risk does not wait for any holiday; nor does what both sides agreed on.
 */
record NewHolidays(Disagreement disagreement, Rules rules, Instant now) {

    /** @return empty when its level was not computed with an older list */
    Optional<Change<Disagreement, DisagreementEvent>> brought() {
        return disagreement.matter().isUrgent()
                ? Optional.empty()
                : Brought.of(
                                disagreement.clocks(),
                                clock -> rules.calendarOf(clock.owner().agency()),
                                now)
                        .map(this::changed);
    }

    private Change<Disagreement, DisagreementEvent> changed(Brought brought) {
        var draft = new Draft(disagreement);
        draft.clocks = new Clocks(brought.clocks());
        for (var move : brought.moved()) {
            draft.write(now, "clock.moved", move.words(), null, move.clock().obligations());
            var telling = Telling.of(
                    move.purpose(),
                    move.told("this level ends"),
                    rules.obligation(disagreement.stage().level()));
            var step = draft.steps.getLast();
            draft.tellSeat(telling, step.raising(), now);
            draft.tellSeat(telling, step.answering(), now);
        }
        return draft.change();
    }
}
