package uk.kinbridge.escalation.disagreement;

import java.time.Instant;
import java.util.Optional;
import uk.kinbridge.escalation.disagreement.Draft.Telling;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Clocks;
import uk.kinbridge.protocols.time.Recomputation;

/**
 * The running level, looked at again with newly published bank holidays: what they move is moved in sight of both sides.
 * What a person has set stays, and so does a level of an immediate risk, which does not wait for any holiday.
 */
record NewHolidays(Disagreement disagreement, Rules rules, Instant now) {

    /** @return empty when its level was not computed with an older list */
    Optional<Change<Disagreement, DisagreementEvent>> brought() {
        return disagreement
                .clock()
                .filter(clock -> clock.breachedAt() == null && now.isBefore(clock.dueAt()))
                .filter(clock -> clock.calendar().compareTo(rules.bankHolidays().version()) < 0)
                .map(this::lookedAtAgain);
    }

    private Change<Disagreement, DisagreementEvent> lookedAtAgain(Clock clock) {
        var draft = new Draft(disagreement);
        var calendar = rules.calendarOf(disagreement.sides().answering().agency());
        var within = RungTime.within(rules, disagreement.stage().level());
        var again = Recomputation.of(within, clock.startedAt(), clock.dueAt(), clock.calendar(), calendar);
        var due = again.after().due();
        if (disagreement.matter().isUrgent() || !again.moves() || !due.isAfter(now)) {
            replace(draft, clock, clock.confirmed(calendar.version(), clock.explanation()));
            return draft.change();
        }
        replace(
                draft,
                clock,
                clock.moved(
                        now,
                        due,
                        RungTime.reminderOf(within, again.after()),
                        calendar.version(),
                        again.after().explanation(),
                        again.words()));
        draft.write(now, "clock.moved", again.words(), null, clock.obligations());
        var telling = Telling.of(
                clock.kind() + "-moved-" + calendar.version(),
                "Because of newly published bank holidays this level ends on " + Words.spoken(due)
                        + " and no longer on " + Words.spoken(clock.dueAt()),
                rules.obligation(disagreement.stage().level()));
        var step = draft.steps.getLast();
        draft.tellSeat(telling, step.raising(), now);
        draft.tellSeat(telling, step.answering(), now);
        return draft.change();
    }

    private static void replace(Draft draft, Clock before, Clock after) {
        draft.clocks = new Clocks(draft.clocks.all().stream()
                .map(clock -> clock.equals(before) ? after : clock)
                .toList());
    }
}
