package uk.kinbridge.escalation.disagreement;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.ACHIEVE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.BRIDGE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.FILLED;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.JOEL;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MAEVE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MONDAY_TEN;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.aDisagreement;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.caller;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.done;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.resolved;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.role;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.salford;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.told;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.why;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import uk.kinbridge.escalation.disagreement.DisagreementEvent.UndertakingDone;
import uk.kinbridge.escalation.disagreement.DisagreementEvent.UndertakingOverdue;
import uk.kinbridge.escalation.disagreement.Ruling.Why;
import uk.kinbridge.platform.security.AccessDecision;

/** SAL-27, JWP-14: who does what by when, and what happens when they do not. */
class KeepingUndertakingsTest {

    private static final Instant DUE = MONDAY_TEN.plusSeconds(9000);
    private static final Instant LATER = DUE.plus(Duration.ofDays(1));

    @Test
    void each_undertaking_has_a_clock_with_an_owner_and_is_asked_for_before_it_is_due() {
        var d = resolved(MONDAY_TEN);

        assertThat(d.owedUndertakings()).singleElement().satisfies(clock -> {
            assertThat(clock.dueAt()).isEqualTo(DUE);
            assertThat(clock.owner().agency()).isEqualTo(BRIDGE);
        });
        var reminded = d.elapse(d.wakeAt().orElseThrow(), salford(), FILLED);
        assertThat(told(reminded, "undertaking-1-reminder")).containsExactly(role(BRIDGE, "practitioner"));
        assertThat(reminded.next().wakeAt()).contains(DUE);
    }

    @Test
    void what_is_not_done_in_time_is_overdue_as_any_other_obligation_and_the_raiser_hears_it_once() {
        var late = resolved(MONDAY_TEN).elapse(LATER, salford(), FILLED);

        assertThat(late.events())
                .filteredOn(UndertakingOverdue.class::isInstance)
                .singleElement()
                .satisfies(e -> {
                    var overdue = (UndertakingOverdue) e;
                    assertThat(overdue.clock().owner().agency()).isEqualTo(BRIDGE);
                    assertThat(overdue.other()).isEqualTo(ACHIEVE);
                });
        assertThat(told(late, "undertaking-1-overdue"))
                .singleElement()
                .satisfies(to -> assertThat(to.person()).isEqualTo(JOEL.person()));
        assertThat(late.next().elapse(LATER.plusSeconds(60), salford(), FILLED).events())
                .isEmpty();
        assertThat(late.next().isOpen()).as("it stays resolved").isFalse();
    }

    @Test
    void done_in_time_nothing_is_overdue_and_the_raiser_is_told() {
        var kept = done(resolved(MONDAY_TEN).fulfil(MAEVE, 1, "Visited.", salford(), MONDAY_TEN));

        assertThat(told(kept, "undertaking-1-done"))
                .singleElement()
                .satisfies(to -> assertThat(to.person()).isEqualTo(JOEL.person()));
        assertThat(kept.next().wakeAt()).isEmpty();
        assertThat(kept.next().elapse(LATER, salford(), FILLED).events()).isEmpty();
        assertThat(why(kept.next().fulfil(MAEVE, 1, "Again.", salford(), MONDAY_TEN)))
                .isEqualTo(Why.NOTHING_UNDERTAKEN);
    }

    @Test
    void done_late_ends_what_was_overdue() {
        var late = resolved(MONDAY_TEN).elapse(LATER, salford(), FILLED).next();

        assertThat(done(late.fulfil(MAEVE, 1, "Visited.", salford(), LATER)).events())
                .filteredOn(UndertakingDone.class::isInstance)
                .hasSize(1);
    }

    @Test
    void nothing_is_owed_while_it_is_open_or_that_was_not_undertaken() {
        assertThat(why(aDisagreement(MONDAY_TEN).fulfil(MAEVE, 1, "Visited.", salford(), MONDAY_TEN)))
                .isEqualTo(Why.NOTHING_UNDERTAKEN);
        assertThat(why(resolved(MONDAY_TEN).fulfil(MAEVE, 2, "Visited.", salford(), MONDAY_TEN)))
                .isEqualTo(Why.NOTHING_UNDERTAKEN);
    }

    @Test
    void the_agency_that_undertook_it_says_that_it_is_done() {
        var d = resolved(MONDAY_TEN);

        assertThat(DisagreementAccess.fulfil(caller(MAEVE), d, 1, salford()).isGranted())
                .isTrue();
        assertThat(DisagreementAccess.fulfil(caller(JOEL), d, 1, salford())).isInstanceOf(AccessDecision.Denied.class);
    }
}
