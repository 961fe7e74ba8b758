package uk.kinbridge.escalation.disagreement;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.ACHIEVE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.BRIDGE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MONDAY_TEN;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.aDisagreement;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.newerCalendar;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.resolved;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.role;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.salford;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.told;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import uk.kinbridge.escalation.overdue.OverdueMother;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.time.BankHolidays;

/** SAL-27: a bank holiday that is published while a level runs moves its end, in sight of both sides. */
class NewBankHolidayTest {

    private static final BankHolidays NEWER = newerCalendar("2026-11-24");
    private static final Rules RULES = new Rules(salford().pack(), salford().ladder(), NEWER);
    private static final Instant LATER = MONDAY_TEN.plus(Duration.ofHours(2));

    @Test
    void the_level_ends_later_and_both_sides_are_told_why() {
        var before = aDisagreement(MONDAY_TEN).clock().orElseThrow();
        var change = new NewHolidays(aDisagreement(MONDAY_TEN), RULES, LATER)
                .brought()
                .orElseThrow();
        var after = change.next().clock().orElseThrow();

        assertThat(after.dueAt()).isEqualTo(before.dueAt().plus(Duration.ofDays(1)));
        assertThat(after.calendar()).isEqualTo(NEWER.version());
        assertThat(after.variations()).hasSize(1);
        assertThat(change.next().wakeAt().orElseThrow()).isAfter(MONDAY_TEN);
        assertThat(told(change, "level-1-moved-" + NEWER.version()))
                .containsExactly(role(ACHIEVE, "practitioner"), role(BRIDGE, "practitioner"));
        assertThat(change.next().history()).anyMatch(line -> line.what().equals("clock.moved"));
    }

    @Test
    void an_immediate_risk_waits_for_no_holiday() {
        var urgent = aDisagreement(MONDAY_TEN, Fact.CHILD_AT_RISK_OF_SIGNIFICANT_HARM);
        var soon = MONDAY_TEN.plusSeconds(60);
        var change = new NewHolidays(urgent, RULES, soon).brought().orElseThrow();

        assertThat(change.events()).isEmpty();
        assertThat(change.next().clock().orElseThrow().dueAt())
                .isEqualTo(urgent.clock().orElseThrow().dueAt());
    }

    @Test
    void what_both_sides_agreed_on_and_what_is_over_stays_as_it_is() {
        assertThat(new NewHolidays(resolved(MONDAY_TEN), RULES, LATER).brought())
                .isEmpty();
        assertThat(new NewHolidays(aDisagreement(MONDAY_TEN), RULES, MONDAY_TEN.plus(Duration.ofDays(9))).brought())
                .isEmpty();
    }

    @Test
    void a_round_brings_all_of_them_up_once() {
        var disagreements = new InMemoryDisagreements();
        disagreements.add(Change.silent(aDisagreement(MONDAY_TEN)), MONDAY_TEN);
        var rules = new PinnedRules(OverdueMother.protocols(), () -> NEWER);
        var follow = new FollowCalendar(disagreements, rules);
        var behind = follow.behind(NEWER.version(), null, 10);

        assertThat(behind)
                .singleElement()
                .satisfies(held -> assertThat(follow.bring(held, LATER)).hasValue(1));
        assertThat(follow.behind(NEWER.version(), null, 10)).isEmpty();
        assertThat(behind)
                .allSatisfy(stale -> assertThat(follow.bring(stale, LATER))
                        .as("somebody else was first")
                        .isEmpty());
    }
}
