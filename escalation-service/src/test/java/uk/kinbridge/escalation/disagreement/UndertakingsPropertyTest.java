package uk.kinbridge.escalation.disagreement;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.BRIDGE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.CARLTON;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.FILLED;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.JOEL;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MAEVE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MONDAY_TEN;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.aDisagreement;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.done;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.salford;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import uk.kinbridge.escalation.disagreement.DisagreementEvent.UndertakingOverdue;
import uk.kinbridge.escalation.disagreement.Proposal.Undertaking;
import uk.kinbridge.escalation.disagreement.Resolution.ChildSafety;
import uk.kinbridge.platform.clock.Clock;

/** SAL-27, JWP-14: what was undertaken is never forgotten and never told twice. */
class UndertakingsPropertyTest {

    /** However many there are and whenever they are done: each is overdue once or done in time, and none sleeps. */
    @Property(tries = 200)
    void each_is_overdue_once_or_done_in_time(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 300) Integer> hours,
            @ForAll @Size(min = 6, max = 6) List<@IntRange(min = 1, max = 400) Integer> doneAfter,
            @ForAll @IntRange(min = 1, max = 90) int stride) {
        var undertakings = hours.stream()
                .map(h -> new Undertaking(BRIDGE, "Maeve Torrance", "Visit", MONDAY_TEN.plus(Duration.ofHours(h))))
                .toList();
        var d = done(done(aDisagreement(MONDAY_TEN)
                                .propose(CARLTON, "Visits.", undertakings, MONDAY_TEN, salford(), FILLED))
                        .next()
                        .confirm(JOEL, ChildSafety.SAFER, "Yes.", salford(), MONDAY_TEN))
                .next();
        var overdue = new ArrayList<String>();
        for (int hour = 0; hour <= 400 + stride; hour += stride) {
            var now = MONDAY_TEN.plus(Duration.ofHours(hour));
            var tick = d.elapse(now, salford(), FILLED);
            tick.events().stream()
                    .filter(UndertakingOverdue.class::isInstance)
                    .forEach(e -> overdue.add(((UndertakingOverdue) e).clock().kind()));
            d = tick.next();
            for (int number = 1; number <= undertakings.size(); number++) {
                if (doneAfter.get(number - 1) <= hour && d.undertakingsOwed().contains(number)) {
                    d = done(d.fulfil(MAEVE, number, "Done.", salford(), now)).next();
                }
            }
            var sleeping = d.owedUndertakings().stream().anyMatch(c -> c.breachedAt() == null)
                    && d.wakeAt().isEmpty();
            assertThat(sleeping).isFalse();
        }
        assertThat(d.undertakingsOwed()).isEmpty();
        assertThat(overdue).doesNotHaveDuplicates();
        assertThat(overdue)
                .containsAll(d.clocks().stream()
                        .filter(clock -> Undertakings.isOne(clock) && clock.breachedAt() != null)
                        .map(Clock::kind)
                        .toList());
    }
}
