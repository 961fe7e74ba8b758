package uk.kinbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.AcknowledgingAReferralTest.clock;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;
import static uk.kinbridge.referral.referral.ReferralMother.aReferral;
import static uk.kinbridge.referral.referral.ReferralMother.intoTreatment;
import static uk.kinbridge.referral.referral.ReferralMother.newerCalendar;
import static uk.kinbridge.referral.referral.ReferralMother.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.ClockState;
import uk.kinbridge.platform.clock.Clocks;
import uk.kinbridge.platform.clock.Variation;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.referral.referral.ReferralEvent.Addressee;
import uk.kinbridge.referral.referral.ReferralEvent.NoticeRequested;

/** HAC-03: a bank holiday published today moves what is counted in working days, in sight of everybody, and once. */
class NewBankHolidayTest {

    /** A Thursday within the five working days of the invitation, which began on Monday. */
    private static final Rules WITH_THURSDAY_OFF = rules("into-treatment", newerCalendar("2026-11-26"));

    private static final Instant TUESDAY = MONDAY_TEN.plus(Duration.ofDays(1)).minus(Duration.ofHours(2));
    private static final Instant DUE_BEFORE = Instant.parse("2026-11-30T17:00:00Z");
    private static final Instant DUE_AFTER = Instant.parse("2026-12-01T17:00:00Z");

    @Test
    void moves_the_clock_and_keeps_both_times_and_both_lists() {
        var before = clock(aReferral(MONDAY_TEN), "invite-to-assessment");
        var after = clock(recomputed(aReferral(MONDAY_TEN)), "invite-to-assessment");

        assertThat(before.dueAt()).isEqualTo(DUE_BEFORE);
        assertThat(after.dueAt()).isEqualTo(DUE_AFTER);
        assertThat(after.calendar()).isEqualTo("2026-12-01");
        assertThat(after.variations()).singleElement().satisfies(move -> {
            assertThat(move.dueBefore()).isEqualTo(DUE_BEFORE);
            assertThat(move.dueAfter()).isEqualTo(DUE_AFTER);
            assertThat(move.calendarBefore()).isEqualTo(BankHolidays.shipped().version());
            assertThat(move.calendarAfter()).isEqualTo("2026-12-01");
            assertThat(move.reason()).contains("Monday 30 November", "Tuesday 1 December", "2026-12-01");
            assertThat(move.person()).isNull();
        });
    }

    @Test
    void says_so_in_the_story_with_the_obligation() {
        assertThat(recomputed(aReferral(MONDAY_TEN)).history()).last().satisfies(line -> {
            assertThat(line.what()).isEqualTo("clock.moved");
            assertThat(line.words()).contains("Monday 30 November", "Tuesday 1 December");
            assertThat(line.by()).isNull();
            assertThat(line.obligations()).contains("HAC-03");
        });
    }

    @Test
    void tells_who_owes_it() {
        var change = aReferral(MONDAY_TEN).recompute(WITH_THURSDAY_OFF, TUESDAY).orElseThrow();
        var owner = clock(change.next(), "invite-to-assessment").owner();

        assertThat(change.events()).singleElement().isInstanceOfSatisfying(NoticeRequested.class, notice -> {
            assertThat(notice.to()).isEqualTo(new Addressee(owner.agency(), owner.role(), null));
            assertThat(notice.purpose()).isEqualTo("invite-to-assessment-moved-2026-12-01");
            assertThat(notice.words()).contains("Tuesday 1 December 2026", "and no longer on Monday 30 November");
            assertThat(notice.referral()).isEqualTo(change.next());
        });
    }

    @Test
    void leaves_elapsed_hours_where_they_are() {
        var after = clock(recomputed(aReferral(MONDAY_TEN)), "acknowledge");

        assertThat(after.dueAt()).isEqualTo(MONDAY_TEN.plus(Duration.ofHours(24)));
        assertThat(after.variations()).isEmpty();
        assertThat(after.calendar()).isEqualTo("2026-12-01");
    }

    @Test
    void changes_nothing_the_second_time() {
        assertThat(recomputed(aReferral(MONDAY_TEN)).recompute(WITH_THURSDAY_OFF, TUESDAY.plusSeconds(60)))
                .isEmpty();
    }

    @Test
    void an_older_list_that_arrives_late_changes_nothing() {
        assertThat(recomputed(aReferral(MONDAY_TEN)).recompute(intoTreatment(), TUESDAY))
                .isEmpty();
    }

    @Test
    void what_was_met_stays_as_it_was() {
        var acknowledged = ReferralMother.acknowledged(aReferral(MONDAY_TEN), MONDAY_TEN.plusSeconds(60))
                .next();

        assertThat(clock(recomputed(acknowledged), "acknowledge")).isEqualTo(clock(acknowledged, "acknowledge"));
    }

    @Test
    void what_was_breached_stays_breached_even_where_no_sweeper_has_looked() {
        var late = DUE_BEFORE.plusMillis(1);
        var swept = aReferral(MONDAY_TEN).elapse(late, intoTreatment()).next();

        assertThat(swept.recompute(WITH_THURSDAY_OFF, late)).isEmpty();
        assertThat(aReferral(MONDAY_TEN).recompute(WITH_THURSDAY_OFF, DUE_BEFORE))
                .isEmpty();
        assertThat(new Clocks(swept.clocks()).oldestCalendar()).isEmpty();
    }

    @Test
    void a_list_with_fewer_holidays_makes_nobody_late_at_once() {
        var moved = recomputed(aReferral(MONDAY_TEN));
        var between = DUE_BEFORE.plus(Duration.ofHours(1));
        var withdrawn = BankHolidays.read(
                "test",
                ReferralMother.bankHolidaysWith("2030-11-26").replace("version: 2026-12-01", "version: 2026-12-02"));

        var after = moved.recompute(rules("into-treatment", withdrawn), between)
                .orElseThrow()
                .next();

        assertThat(clock(after, "invite-to-assessment").dueAt()).isEqualTo(DUE_AFTER);
        assertThat(clock(after, "invite-to-assessment").stateAt(between)).isNotEqualTo(ClockState.BREACHED);
    }

    @Test
    void what_a_person_has_set_no_list_moves() {
        var set = clock(aReferral(MONDAY_TEN), "invite-to-assessment");
        var byPerson = new Clock(
                set.kind(),
                set.obligations(),
                set.owner(),
                set.startedAt(),
                set.dueAt(),
                set.warnAt(),
                null,
                null,
                null,
                null,
                set.calendar(),
                set.explanation(),
                set.allowance(),
                List.of(),
                List.of(Variation.byPerson(MONDAY_TEN, MONDAY_TEN, set.dueAt(), "asked for", "p-grace")));

        var after = recomputed(aReferral(MONDAY_TEN).withClocks(List.of(byPerson), List.of()));

        assertThat(after.clocks()).singleElement().satisfies(clock -> {
            assertThat(clock.dueAt()).isEqualTo(set.dueAt());
            assertThat(clock.calendar()).isEqualTo("2026-12-01");
        });
        assertThat(after.history()).noneMatch(line -> line.what().equals("clock.moved"));
    }

    @Test
    void warns_and_breaches_at_the_new_times_and_not_at_the_old() {
        var acknowledged = recomputed(ReferralMother.acknowledged(aReferral(MONDAY_TEN), MONDAY_TEN.plusSeconds(60))
                .next());
        var clock = clock(acknowledged, "invite-to-assessment");

        assertThat(acknowledged.elapse(DUE_BEFORE, WITH_THURSDAY_OFF).next().history())
                .noneMatch(line -> line.what().equals("clock.breached"));
        assertThat(acknowledged.elapse(DUE_AFTER, WITH_THURSDAY_OFF).next().history())
                .anyMatch(line -> line.what().equals("clock.breached"));
        assertThat(clock.warnAt()).isNotNull().isBetween(DUE_BEFORE.minus(Duration.ofDays(1)), DUE_AFTER);
        assertThat(acknowledged.wakeAt()).hasValue(clock.warnAt());
    }

    @Test
    void who_was_warned_of_the_old_time_is_warned_again_of_the_new_one_in_another_notice() {
        var before = clock(aReferral(MONDAY_TEN), "invite-to-assessment");
        var warnedAt = java.util.Objects.requireNonNull(before.warnAt());
        var warned = ReferralMother.acknowledged(aReferral(MONDAY_TEN), MONDAY_TEN.plusSeconds(60))
                .next()
                .elapse(warnedAt, intoTreatment());
        var moved = warned.next()
                .recompute(WITH_THURSDAY_OFF, warnedAt.plusSeconds(1))
                .orElseThrow()
                .next();
        var again = moved.elapse(
                java.util.Objects.requireNonNull(
                        clock(moved, "invite-to-assessment").warnAt()),
                WITH_THURSDAY_OFF);

        assertThat(purposes(warned.events())).containsExactly("invite-to-assessment-due-soon");
        assertThat(purposes(again.events())).containsExactly("invite-to-assessment-due-soon-2");
    }

    private static List<String> purposes(List<ReferralEvent> events) {
        return events.stream().map(e -> ((NoticeRequested) e).purpose()).toList();
    }

    private static Referral recomputed(Referral referral) {
        return referral.recompute(WITH_THURSDAY_OFF, TUESDAY).orElseThrow().next();
    }
}
