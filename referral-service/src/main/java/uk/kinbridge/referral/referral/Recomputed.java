package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.protocols.published.Brought;
import uk.kinbridge.protocols.published.Brought.Moved;
import uk.kinbridge.referral.referral.ReferralEvent.Addressee;
import uk.kinbridge.referral.referral.ReferralEvent.NoticeRequested;

/**
 * A referral's running clocks, looked at again with newly published bank holidays. What the new list moves is moved in
 * sight of everybody: the clock keeps both times and both lists, the story says why, and who owes it is told.
 */
final class Recomputed {

    /** The word for it in a referral's story; a protocol does not speak of it, since no person does it. */
    static final String MOVED = "clock.moved";

    private Recomputed() {}

    /** @return empty when no running clock was computed with an older list */
    static Optional<Change<Referral, ReferralEvent>> of(Referral referral, Rules rules, Instant now) {
        return Brought.of(
                        referral.clocks(),
                        clock -> rules.calendarOf(clock.owner().agency()),
                        now)
                .map(brought -> {
                    var lines = brought.moved().stream()
                            .map(move -> line(move, rules, now))
                            .toList();
                    var next = referral.withClocks(brought.clocks(), lines);
                    return new Change<>(
                            next,
                            brought.moved().stream()
                                    .<ReferralEvent>map(move -> notice(next, move, now))
                                    .toList());
                });
    }

    private static Happening line(Moved move, Rules rules, Instant now) {
        return new Happening(
                now,
                MOVED,
                rules.wordsOf(move.clock()) + ": " + move.words(),
                null,
                move.clock().obligations(),
                Map.of());
    }

    private static NoticeRequested notice(Referral next, Moved move, Instant now) {
        var clock = move.clock();
        return new NoticeRequested(
                next,
                move.purpose(),
                new Addressee(clock.owner().agency(), clock.owner().role(), null),
                move.told("this is due") + " (" + next.reference() + ").",
                clock.obligations(),
                null,
                now);
    }
}
