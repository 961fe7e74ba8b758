package uk.kinbridge.assessment.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.assessment.NewHoliday.clock;
import static uk.kinbridge.assessment.NewHoliday.hasMoved;
import static uk.kinbridge.assessment.assessment.AssessmentMother.TOM;
import static uk.kinbridge.assessment.assessment.AssessmentMother.aParentalNeedsAssessment;
import static uk.kinbridge.assessment.assessment.AssessmentMother.completed;
import static uk.kinbridge.assessment.assessment.AssessmentMother.done;
import static uk.kinbridge.assessment.assessment.AssessmentMother.family;
import static uk.kinbridge.assessment.assessment.AssessmentMother.parentalNeeds;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.kinbridge.assessment.NewHoliday;
import uk.kinbridge.assessment.assessment.AssessmentEvent.NoticeRequested;

/** JWP-13, HAC-15: when an assessment is looked at again follows bank holidays that are published meanwhile. */
class NewBankHolidayTest {

    /** A week before Christmas; five working days later is 29 December, unless that becomes a holiday too. */
    private static final Instant FRIDAY = Instant.parse("2026-12-18T10:00:00Z");

    private static final Instant MONDAY = Instant.parse("2026-12-21T10:00:00Z");
    private static final Rules WITH_ANOTHER_DAY_OFF =
            new Rules(parentalNeeds().pack(), parentalNeeds().form(), NewHoliday.on("2026-12-29"));

    private final Assessment changed = done(Finishing.circumstancesChanged(
            completed(), List.of("A member was added"), family(), parentalNeeds(), FRIDAY, FRIDAY));

    @Test
    void the_review_after_a_change_moves_over_christmas_in_sight_of_the_worker() {
        var before = clock(changed.clocks(), Timing.AFTER);
        assertThat(before.dueAt()).isEqualTo("2026-12-29T17:00:00Z");

        var change = changed.brought(WITH_ANOTHER_DAY_OFF, MONDAY).orElseThrow();

        hasMoved(before, clock(change.next().clocks(), Timing.AFTER), "2026-12-30T17:00:00Z");
        assertThat(change.next().history().getLast()).satisfies(line -> {
            assertThat(line.what()).isEqualTo("clock.moved");
            assertThat(line.words()).contains("Wednesday 30 December 2026", NewHoliday.VERSION);
            assertThat(line.by()).isNull();
            assertThat(line.obligations()).contains("HAC-15");
        });
        assertThat(change.events()).singleElement().isInstanceOfSatisfying(NoticeRequested.class, notice -> {
            assertThat(notice.to().person()).isEqualTo(TOM.subject());
            assertThat(notice.words()).contains("Wednesday 30 December", "no longer on Tuesday 29 December");
        });
        assertThat(change.next().brought(WITH_ANOTHER_DAY_OFF, MONDAY.plusSeconds(60)))
                .isEmpty();
    }

    @Test
    void the_ordinary_review_far_ahead_is_noted_in_silence() {
        var before = clock(changed.clocks(), Timing.REVIEW);
        var after = clock(
                changed.brought(WITH_ANOTHER_DAY_OFF, MONDAY)
                        .orElseThrow()
                        .next()
                        .clocks(),
                Timing.REVIEW);

        assertThat(after.dueAt()).isEqualTo(before.dueAt());
        assertThat(after.calendar()).isEqualTo(NewHoliday.VERSION);
        assertThat(after.variations()).isEmpty();
    }

    @Test
    void harm_waits_for_no_holiday() {
        var harmed = done(Beside.harm(
                aParentalNeedsAssessment(), "Bruises.", List.of("m-2"), Actor.of(TOM), parentalNeeds(), FRIDAY));
        var before = clock(harmed.clocks(), "child-protection-referral");

        var after = harmed.brought(WITH_ANOTHER_DAY_OFF, FRIDAY.plusSeconds(60))
                .orElseThrow()
                .next();

        assertThat(clock(after.clocks(), "child-protection-referral").dueAt()).isEqualTo(before.dueAt());
    }
}
