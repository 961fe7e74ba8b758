package uk.kinbridge.escalation.disagreement;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.FILLED;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.JOEL;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MAEVE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MONDAY_TEN;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.aDisagreement;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.done;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.rules;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.salford;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.protocols.pack.Fact;

/** SAL-27, ENG-07: immediate risk of significant harm goes through all levels on the same working day, police first. */
class ImmediateRiskTest {

    private static final Instant CLOSING = Instant.parse("2026-11-23T17:00:00Z");

    @Test
    void reaches_the_last_level_within_the_working_day() {
        var d = aDisagreement(MONDAY_TEN, Fact.CHILD_AT_RISK_OF_SIGNIFICANT_HARM);
        while (d.stage().level() < 4) {
            d = d.elapse(d.wakeAt().orElseThrow(), salford(), FILLED).next();
        }

        assertThat(d.stage().since()).isBefore(CLOSING);
        assertThat(d.steps()).extracting(Step::level).containsExactly(1, 2, 3, 4);
        assertThat(d.clock().map(Clock::dueAt)).contains(CLOSING);
    }

    @Test
    void shares_what_is_left_of_the_day_among_the_levels() {
        var d = aDisagreement(MONDAY_TEN, Fact.CHILD_AT_RISK_OF_SIGNIFICANT_HARM);

        assertThat(d.clock().map(Clock::dueAt)).contains(MONDAY_TEN.plus(Duration.ofMinutes(105)));
    }

    @Test
    void after_the_day_is_over_it_stops_on_no_level_but_the_last() {
        var d = aDisagreement(MONDAY_TEN, Fact.CHILD_AT_RISK_OF_SIGNIFICANT_HARM);

        var change = d.elapse(CLOSING.plus(Duration.ofHours(1)), salford(), FILLED);

        assertThat(change.next().steps()).extracting(Step::level).containsExactly(1, 2, 3, 4);
        for (int level = 2; level <= 4; level++) {
            assertThat(DisagreementMother.told(change, "level-" + level + "-answering"))
                    .as("level " + level + " is told")
                    .isNotEmpty();
        }
        assertThat(change.next().wakeAt()).isPresent();
    }

    @Test
    void does_not_wait_for_advice_beforehand_when_somebody_decides_to_go_up() {
        var d = aDisagreement(MONDAY_TEN, Fact.CHILD_AT_RISK_OF_SIGNIFICANT_HARM);
        for (int level = 2; level <= 4; level++) {
            d = done(d.climb(JOEL, "No time.", salford(), FILLED, MONDAY_TEN)).next();
        }

        assertThat(d.stage().level()).isEqualTo(4);
        assertThat(d.history()).extracting(Happening::what).contains("intention.advised");
    }

    @Test
    void outside_opening_hours_the_next_working_day_counts_and_the_police_are_always_first() {
        var saturday = Instant.parse("2026-11-28T22:00:00Z");
        var d = aDisagreement(saturday, Fact.IMMEDIATE_DANGER);

        assertThat(d.matter().allRungsBy()).isEqualTo(Instant.parse("2026-11-30T17:00:00Z"));
        assertThat(salford().isForThePolice(d.matter().risks())).isTrue();
        assertThat(salford().callFirst().orElseThrow().telephones().getFirst().value())
                .isEqualTo("999");
    }

    @Test
    void a_risk_that_shows_later_makes_it_quicker() {
        var d = aDisagreement(MONDAY_TEN);
        var later = MONDAY_TEN.plus(Duration.ofHours(1));

        var change = done(
                d.declareRisk(MAEVE, List.of(Fact.CHILD_HOME_ALONE), "A neighbour rang.", salford(), FILLED, later));

        assertThat(change.next().matter().isUrgent()).isTrue();
        assertThat(change.next().clock().map(Clock::dueAt)).contains(later.plus(Duration.ofMinutes(90)));
        assertThat(change.events().toString()).doesNotContain("neighbour").contains("999");
    }

    @Test
    void an_ordinary_worry_is_not_urgent() {
        assertThat(aDisagreement(MONDAY_TEN, Fact.CHILD_WELFARE_CONCERN)
                        .matter()
                        .isUrgent())
                .isFalse();
    }

    /** What a local ladder leaves unsaid about immediate risk it takes from England's. */
    @ParameterizedTest
    @ValueSource(strings = {"hackney", "dorset", "joint-working", "family-approach", "salford"})
    void holds_in_every_area(String pack) {
        assertThat(rules(pack).isUrgent(List.of(Fact.CHILD_AT_RISK_OF_SIGNIFICANT_HARM)))
                .isTrue();
        assertThat(rules(pack).isForThePolice(List.of(Fact.IMMEDIATE_DANGER))).isTrue();
    }
}
