package uk.kinbridge.escalation.board;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.ACHIEVE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.BRIDGE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.FILLED;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.JOEL;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MONDAY_TEN;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.aDisagreement;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.done;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.proposed;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.salford;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.kinbridge.escalation.disagreement.Resolution.ChildSafety;

/** SAL-27, FAP-07: the board sees which agencies, which level, how long, which clause; nobody's name and no words. */
class PatternsForTheBoardTest {

    @Test
    void shows_how_far_it_went_and_who_was_silent() {
        var d = aDisagreement(MONDAY_TEN);
        d = done(d.discuss(JOEL, "Not seen.", null, false, MONDAY_TEN)).next();
        d = d.elapse(MONDAY_TEN.plus(Duration.ofDays(3)), salford(), FILLED).next();

        var pattern = Anonymise.of(d, MONDAY_TEN.plus(Duration.ofDays(3)));

        assertThat(pattern.level()).isEqualTo(2);
        assertThat(pattern.climbedByTime()).isEqualTo(1);
        assertThat(pattern.silentAgencies()).containsExactly(BRIDGE);
        assertThat(pattern.daysOpen()).isEqualTo(3);
        assertThat(pattern.hoursOnLevel()).containsEntry(1, 72L).containsEntry(2, 0L);
        assertThat(pattern.resolvedOn()).isNull();
    }

    @Test
    void names_no_record_no_person_and_no_words() {
        var resolved = done(proposed(aDisagreement(MONDAY_TEN), MONDAY_TEN)
                        .confirm(JOEL, ChildSafety.SAFER, "Seen.", salford(), MONDAY_TEN))
                .next();

        assertThat(Anonymise.of(resolved, MONDAY_TEN).toString())
                .doesNotContain("D-d-1", "R-3333", "Joel", "Lorna", "baby", "visit", "2026-11-23");
    }

    @Test
    void sums_up_between_whom_and_under_which_clause() {
        var open = Anonymise.of(aDisagreement(MONDAY_TEN), MONDAY_TEN.plus(Duration.ofDays(4)));

        var summary = Summary.of(List.of(open, open));

        assertThat(summary.raised()).isEqualTo(2);
        assertThat(summary.open()).isEqualTo(2);
        assertThat(summary.between()).singleElement().satisfies(pair -> {
            assertThat(pair.raising()).isEqualTo(ACHIEVE);
            assertThat(pair.raised()).isEqualTo(2);
        });
        assertThat(summary.clauses()).containsEntry("SAL-06", 2L);
        assertThat(summary.medianDaysOpen()).isEqualTo(4);
        assertThat(summary.medianHoursOnLevel()).containsEntry(1, 96L);
        assertThat(Summary.of(List.of()).medianDaysOpen()).isZero();
    }
}
