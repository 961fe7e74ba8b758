package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clocks;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.PathwayState;

/**
 * An outcome was corrected, and there are appointments left to be offered: the referral stands again where it stood,
 * under the clocks that ran there and as due as they were. What people have decided since is theirs to change (HAC-06).
 */
final class OffersLeft {

    private OffersLeft() {}

    /** Empty where the referral does not stand there because its offers were used up. */
    static Optional<Change<Referral, ReferralEvent>> again(
            Referral referral, Happening corrected, Actor by, Instant at, Rules rules) {
        return before(referral.state(), rules).map(state -> {
            var clocks = new Clocks(referral.clocks());
            var overdue = rules.pathway().clocksStartedBy(CaseEvent.OFFERS_USED_UP).stream()
                    .flatMap(rule ->
                            new Clocks(referral.clocks()).running(rule.id().value()).stream())
                    .filter(clock -> clock.breachedAt() != null)
                    .toList();
            for (var rule : rules.pathway().clocksStartedBy(CaseEvent.OFFERS_USED_UP)) {
                clocks = clocks.cancelled(rule.id().value(), at);
            }
            for (var rule : rules.pathway().clocksStoppedBy(CaseEvent.OFFERS_USED_UP)) {
                clocks = clocks.runningAgain(rule.id().value());
            }
            var line = new Happening(
                    at,
                    "appointment.offers-left",
                    "There are appointments left to be offered; it goes on as before: " + state.words(),
                    by,
                    rules.pathway().clocksStartedBy(CaseEvent.OFFERS_USED_UP).stream()
                            .flatMap(rule -> Rules.ids(rule.obligations()).stream())
                            .distinct()
                            .toList(),
                    Map.of());
            var next = referral.back(state.id(), clocks.all(), List.of(corrected, line));
            return new Change<>(
                    next,
                    overdue.stream()
                            .<ReferralEvent>map(
                                    clock -> new ReferralEvent.ClockMet(next, clock, rules.wordsOf(clock), at))
                            .toList());
        });
    }

    /** The one state from which used-up offers lead here. */
    private static Optional<PathwayState> before(String state, Rules rules) {
        var from = rules.pathway().states().stream()
                .filter(one -> !one.id().value().equals(state))
                .filter(one -> rules.next(one.id().value(), CaseEvent.OFFERS_USED_UP)
                        .filter(next -> next.value().equals(state))
                        .isPresent())
                .toList();
        return from.size() == 1 ? Optional.of(from.getFirst()) : Optional.empty();
    }
}
