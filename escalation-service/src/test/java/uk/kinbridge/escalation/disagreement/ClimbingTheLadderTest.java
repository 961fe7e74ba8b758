package uk.kinbridge.escalation.disagreement;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.ACHIEVE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.BOARD;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.BRIDGE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.CARLTON;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.FILLED;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.JOEL;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MAEVE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MONDAY_TEN;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.aDisagreement;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.done;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.onLevel;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.role;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.salford;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.told;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.why;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.kinbridge.escalation.disagreement.Ruling.Why;
import uk.kinbridge.escalation.disagreement.Step.How;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.ClockState;

/** SAL-27: up by itself when nothing happens, or earlier by decision with a reason; never a level left out. */
class ClimbingTheLadderTest {

    private static final Instant DUE = Instant.parse("2026-11-25T17:00:00Z");
    private static final Instant REMINDER = Instant.parse("2026-11-24T17:00:00Z");

    @Test
    void both_sides_are_reminded_a_working_day_before() {
        var d = aDisagreement(MONDAY_TEN);
        var change = elapse(d, REMINDER);

        assertThat(d.wakeAt()).contains(REMINDER);
        assertThat(told(change, "level-1-reminder"))
                .containsExactly(role(ACHIEVE, "practitioner"), role(BRIDGE, "practitioner"));
    }

    @Test
    void who_has_recorded_the_discussion_is_not_reminded() {
        var discussed = done(aDisagreement(MONDAY_TEN)
                        .discuss(MAEVE, "We have visited.", "Case note", false, MONDAY_TEN))
                .next();

        assertThat(told(elapse(discussed, REMINDER), "level-1-reminder"))
                .containsExactly(role(ACHIEVE, "practitioner"));
    }

    @Test
    void nothing_happens_a_millisecond_before_its_time() {
        var reminded = elapse(aDisagreement(MONDAY_TEN), REMINDER).next();

        assertThat(elapse(reminded, DUE.minusMillis(1)).next()).isEqualTo(reminded);
    }

    @Test
    void goes_to_the_managers_by_itself_at_the_very_minute() {
        var change = elapse(aDisagreement(MONDAY_TEN), DUE);

        assertThat(change.next().stage().level()).isEqualTo(2);
        assertThat(change.next().steps().getLast().how()).isEqualTo(How.TIME);
        assertThat(told(change, "level-2-raising")).containsExactly(role(ACHIEVE, "manager"));
        assertThat(told(change, "level-2-answering")).containsExactly(role(BRIDGE, "manager"));
        assertThat(told(change, "level-2-raiser"))
                .singleElement()
                .satisfies(to -> assertThat(to.person()).isEqualTo(JOEL.person()));
        assertThat(change.next().clocks())
                .first()
                .satisfies(c -> assertThat(c.stateAt(DUE)).isEqualTo(ClockState.BREACHED));
    }

    @Test
    void a_long_sleep_skips_no_level() {
        var asleep = elapse(aDisagreement(MONDAY_TEN), MONDAY_TEN.plus(Duration.ofDays(100)));

        assertThat(asleep.next().stage().level()).isEqualTo(2);
        assertThat(asleep.next().wakeAt()).isPresent();
    }

    @Test
    void climbs_through_all_levels_by_itself_and_begins_anew_on_the_last() {
        var d = aDisagreement(MONDAY_TEN);
        while (d.steps().size() < 6) {
            d = elapse(d, d.wakeAt().orElseThrow()).next();
        }

        assertThat(d.steps()).extracting(Step::level).containsExactly(1, 2, 3, 4, 4, 4);
        assertThat(d.steps()).extracting(Step::round).containsExactly(1, 1, 1, 1, 2, 3);
        assertThat(d.clock()).isPresent();
    }

    @Test
    void each_level_acts_once_however_often_time_is_looked_at() {
        var climbed = elapse(aDisagreement(MONDAY_TEN), DUE);

        assertThat(elapse(climbed.next(), DUE).events()).isEmpty();
        assertThat(elapse(climbed.next(), DUE.plusSeconds(1)).next()).isEqualTo(climbed.next());
    }

    @Test
    void goes_up_earlier_by_decision_with_its_reason() {
        var change = done(aDisagreement(MONDAY_TEN).climb(JOEL, "They will not visit.", salford(), FILLED, MONDAY_TEN));

        assertThat(change.next().stage().level()).isEqualTo(2);
        assertThat(change.next().steps().getLast().reason()).isEqualTo("They will not visit.");
        assertThat(change.next().clocks())
                .first()
                .satisfies(c -> assertThat(c.stateAt(MONDAY_TEN)).isEqualTo(ClockState.MET));
        assertThat(change.events().toString()).doesNotContain("They will not visit");
    }

    @Test
    void the_other_agency_is_advised_before_level_three() {
        var managers = onLevel(2, MONDAY_TEN);

        assertThat(why(managers.climb(CARLTON, "No answer.", salford(), FILLED, MONDAY_TEN)))
                .isEqualTo(Why.ADVISE_FIRST);

        var advised = done(managers.advise(CARLTON, salford(), FILLED, MONDAY_TEN));
        assertThat(told(advised, "level-2-intention")).containsExactly(role(BRIDGE, "manager"));
        assertThat(done(advised.next().climb(CARLTON, "No answer.", salford(), FILLED, MONDAY_TEN))
                        .next()
                        .stage()
                        .level())
                .isEqualTo(3);
    }

    @Test
    void the_reminder_on_level_two_advises_the_other_agency_by_itself() {
        var managers = onLevel(2, MONDAY_TEN);
        var reminded = elapse(managers, managers.wakeAt().orElseThrow());

        assertThat(told(reminded, "level-2-intention")).containsExactly(role(BRIDGE, "manager"));
        assertThat(reminded.next().stage().advisedAt()).isNotNull();
    }

    @Test
    void from_level_three_on_the_board_is_told_and_may_read_by_name() {
        var managers = onLevel(2, MONDAY_TEN);
        var advised =
                done(managers.advise(CARLTON, salford(), FILLED, MONDAY_TEN)).next();
        var change = done(advised.climb(CARLTON, "No answer.", salford(), FILLED, MONDAY_TEN));

        assertThat(managers.readers()).isEmpty();
        assertThat(told(change, "level-3-board")).containsExactly(role(BOARD, "board-analyst"));
        assertThat(change.next().readers()).containsExactly(BOARD);
        assertThat(told(change, "level-3-answering"))
                .containsExactlyInAnyOrder(role(BRIDGE, "named-professional"), role(BRIDGE, "safeguarding-lead"));
    }

    @Test
    void there_is_nothing_above_the_last_level() {
        assertThat(why(onLevel(4, MONDAY_TEN).climb(CARLTON, "Still no.", salford(), FILLED, MONDAY_TEN)))
                .isEqualTo(Why.ON_THE_LAST_RUNG);
    }

    @Test
    void no_notice_has_the_purpose_of_another_to_the_same_recipient() {
        var d = aDisagreement(MONDAY_TEN);
        var keys = new java.util.ArrayList<String>();
        for (int i : IntStream.range(0, 14).toArray()) {
            var change = elapse(d, d.wakeAt().orElseThrow());
            change.events().forEach(e -> {
                if (e instanceof DisagreementEvent.NoticeRequested n) {
                    keys.add(n.purpose() + n.to());
                }
            });
            d = change.next();
            assertThat(i).isNotNegative();
        }

        assertThat(keys).isNotEmpty().doesNotHaveDuplicates();
    }

    private static Change<Disagreement, DisagreementEvent> elapse(Disagreement d, Instant now) {
        return d.elapse(now, salford(), FILLED);
    }
}
