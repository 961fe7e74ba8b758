package uk.kinbridge.escalation.disagreement;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.ACHIEVE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.BRIDGE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.FILLED;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.JOEL;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MONDAY_TEN;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.aDisagreement;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.done;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.newerCalendar;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.resolved;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.role;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.salford;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.told;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
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
        var change = aDisagreement(MONDAY_TEN).brought(RULES, LATER).orElseThrow();
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

        assertThat(urgent.brought(RULES, soon)).isEmpty();
        assertThat(urgent.followingCalendars()).isEmpty();
    }

    @Test
    void what_both_sides_agreed_on_and_what_is_over_stays_as_it_is() {
        assertThat(resolved(MONDAY_TEN).brought(RULES, LATER)).isEmpty();
        assertThat(aDisagreement(MONDAY_TEN).brought(RULES, MONDAY_TEN.plus(Duration.ofDays(9))))
                .isEmpty();
    }

    @Test
    void a_risk_that_is_declared_later_waits_for_no_holiday_either() {
        var declared = done(aDisagreement(MONDAY_TEN)
                .declareRisk(
                        JOEL,
                        List.of(Fact.CHILD_AT_RISK_OF_SIGNIFICANT_HARM),
                        "Seen today.",
                        salford(),
                        FILLED,
                        MONDAY_TEN.plusSeconds(60)));

        assertThat(declared.next().brought(RULES, LATER)).isEmpty();
    }
}
