package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.ClockState;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.ClockId;
import uk.kinbridge.protocols.time.Recomputation;
import uk.kinbridge.referral.referral.ReferralEvent.Addressee;
import uk.kinbridge.referral.referral.ReferralEvent.NoticeRequested;

/**
 * A referral's running clocks, looked at again with newly published bank holidays. What the new list moves is moved in
 * sight of everybody: the clock keeps both times and both lists, the story says why, and who owes it is told. What has
 * been met or breached is history and stays as it is. Done twice, the second time changes nothing.
 */
final class Recomputed {

    /** The word for it in a referral's story; a protocol does not speak of it, since no person does it. */
    static final String MOVED = "clock.moved";

    private final Referral referral;
    private final Rules rules;
    private final Instant now;
    private final List<Clock> clocks = new ArrayList<>();
    private final List<Happening> lines = new ArrayList<>();
    private final List<Clock> moved = new ArrayList<>();

    private Recomputed(Referral referral, Rules rules, Instant now) {
        this.referral = referral;
        this.rules = rules;
        this.now = now;
        referral.clocks().forEach(clock -> clocks.add(isBehind(clock) ? lookAgain(clock) : clock));
    }

    /** @return empty when no running clock was computed with an older list */
    static Optional<Change<Referral, ReferralEvent>> of(Referral referral, Rules rules, Instant now) {
        var recomputed = new Recomputed(referral, rules, now);
        return recomputed.clocks.equals(referral.clocks()) ? Optional.empty() : Optional.of(recomputed.change());
    }

    /** A breach that nobody has looked at yet is a breach too; an older list never replaces a newer one. */
    private boolean isBehind(Clock clock) {
        return clock.isOpen()
                && clock.stateAt(now) != ClockState.BREACHED
                && clock.calendar().compareTo(rules.bankHolidays().version()) < 0;
    }

    private Clock lookAgain(Clock clock) {
        var rule = rules.pathway()
                .clock(new ClockId(clock.kind()))
                .orElseThrow(() -> new IllegalStateException("the pinned pathway has no clock " + clock.kind()));
        var calendar = rules.pack().calendarOf(new AgencyId(clock.owner().agency()), rules.bankHolidays());
        var again = Recomputation.of(rule.within(), clock.startedAt(), clock.dueAt(), clock.calendar(), calendar);
        var due = again.after().due();
        // What a person has set no calendar moves; and nobody is made late by a list that came afterwards.
        if (clock.isSetByPerson() || (again.moves() && !due.isAfter(now))) {
            return clock.confirmed(calendar.version(), clock.explanation());
        }
        if (!again.moves()) {
            return clock.confirmed(calendar.version(), again.after().explanation());
        }
        var next = clock.moved(
                now,
                due,
                rule.warning(again.after()),
                calendar.version(),
                again.after().explanation(),
                again.words());
        lines.add(new Happening(now, MOVED, rule.words() + ": " + again.words(), null, clock.obligations(), Map.of()));
        moved.add(next);
        return next;
    }

    private Change<Referral, ReferralEvent> change() {
        var next = referral.withClocks(clocks, lines);
        return new Change<>(
                next,
                moved.stream().<ReferralEvent>map(clock -> notice(next, clock)).toList());
    }

    private NoticeRequested notice(Referral next, Clock clock) {
        var move = clock.variations().getLast();
        return new NoticeRequested(
                next,
                clock.kind() + "-moved-" + clock.calendar(),
                new Addressee(clock.owner().agency(), clock.owner().role(), null),
                "Because of newly published bank holidays this is due on " + Story.spoken(clock.dueAt())
                        + " and no longer on " + Story.spoken(move.dueBefore()) + " (" + next.reference() + ").",
                clock.obligations(),
                null,
                now);
    }
}
