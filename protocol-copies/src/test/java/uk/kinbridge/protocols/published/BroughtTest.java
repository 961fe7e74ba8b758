package uk.kinbridge.protocols.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.ClockState;
import uk.kinbridge.platform.clock.Clocks;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.platform.clock.Variation;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.Deadlines;
import uk.kinbridge.protocols.time.Jurisdiction;
import uk.kinbridge.protocols.time.Within;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** HAC-03: a bank holiday published today moves what is counted in working days, in sight of everybody, and once. */
class BroughtTest {

    /** The Friday a week before Christmas; the working days are 21, 22, 23, 24 and, after both holidays, 29 December. */
    private static final Instant FRIDAY = Instant.parse("2026-12-18T10:00:00Z");

    private static final Instant DUE = Instant.parse("2026-12-29T17:00:00Z");
    private static final Instant DAY_LATER = Instant.parse("2026-12-30T17:00:00Z");
    private static final WorkingCalendar SHIPPED = WorkingCalendar.office(Jurisdiction.ENGLAND_AND_WALES);
    private static final BankHolidays DAY_OF_THANKS = NewerList.with("2026-12-29", "2026-12-19");
    private static final WorkingCalendar NEWER = calendar(DAY_OF_THANKS);
    private static final Instant MONDAY = Instant.parse("2026-12-21T09:00:00Z");

    @Test
    void a_due_time_after_christmas_moves_and_keeps_both_times_and_both_lists() {
        var clock = fiveDays();
        assertThat(clock.dueAt()).isEqualTo(DUE);

        var moved = brought(clock).moved();

        assertThat(moved).singleElement().satisfies(move -> {
            assertThat(move.clock().dueAt()).isEqualTo(DAY_LATER);
            assertThat(move.clock().calendar()).isEqualTo("2026-12-19");
            assertThat(move.clock().warnAt()).isEqualTo(Instant.parse("2026-12-23T17:00:00Z"));
            assertThat(move.clock().explanation())
                    .isEqualTo(Deadlines.compute(Within.workingDays(5), FRIDAY, NEWER)
                            .explanation());
            assertThat(move.clock().variations()).singleElement().satisfies(kept -> {
                assertThat(kept.dueBefore()).isEqualTo(DUE);
                assertThat(kept.dueAfter()).isEqualTo(DAY_LATER);
                assertThat(kept.calendarBefore()).isEqualTo(SHIPPED.version());
                assertThat(kept.calendarAfter()).isEqualTo("2026-12-19");
                assertThat(kept.person()).isNull();
                assertThat(kept.at()).isEqualTo(MONDAY);
            });
            assertThat(move.dueBefore()).isEqualTo(DUE);
            assertThat(move.words()).contains("Tuesday 29 December 2026", "Wednesday 30 December 2026", "2026-12-19");
            assertThat(move.told("this is due"))
                    .isEqualTo("Because of newly published bank holidays this is due on Wednesday 30 December 2026 at"
                            + " 17:00 and no longer on Tuesday 29 December 2026 at 17:00");
            assertThat(move.purpose()).isEqualTo("answer-moved-2026-12-19");
        });
    }

    @Test
    void the_second_time_nothing_changes_and_neither_does_it_with_an_older_list_that_arrives_late() {
        var brought = brought(fiveDays()).clocks();

        assertThat(Brought.of(brought, _ -> NEWER, MONDAY.plusSeconds(60))).isEmpty();
        assertThat(Brought.of(brought, _ -> SHIPPED, MONDAY.plusSeconds(60))).isEmpty();
    }

    @Test
    void a_list_that_moves_nothing_here_is_noted_in_silence() {
        var elsewhere = calendar(NewerList.with("2027-06-30", "2026-12-19"));

        var brought = Brought.of(List.of(fiveDays()), _ -> elsewhere, MONDAY).orElseThrow();

        assertThat(brought.moved()).isEmpty();
        assertThat(brought.clocks()).singleElement().satisfies(clock -> {
            assertThat(clock.dueAt()).isEqualTo(DUE);
            assertThat(clock.calendar()).isEqualTo("2026-12-19");
            assertThat(clock.variations()).isEmpty();
        });
    }

    @Test
    void elapsed_hours_wait_for_no_holiday() {
        var clock = started(new Within.Elapsed(Duration.ofDays(12)), null);

        assertThat(brought(clock).moved()).isEmpty();
        assertThat(brought(clock).clocks().getFirst().dueAt()).isEqualTo(clock.dueAt());
    }

    @Test
    void what_a_person_has_set_no_list_moves() {
        var set = fiveDays();
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
                List.of(Variation.byPerson(FRIDAY, DAY_LATER, DUE, "asked for", "p-grace")));

        assertThat(brought(byPerson).moved()).isEmpty();
        assertThat(brought(byPerson).clocks().getFirst().dueAt()).isEqualTo(DUE);
    }

    @Test
    void what_was_not_computed_or_of_which_it_is_not_known_how_stays_as_it_is() {
        var agreed = Clock.started(
                "undertaking", List.of("HAC-03"), owner(), FRIDAY, DUE, null, SHIPPED.version(), "Agreed on.");

        assertThat(Brought.of(List.of(agreed), _ -> NEWER, MONDAY)).isEmpty();
        assertThat(new Clocks(List.of(agreed)).oldestCalendar()).isEmpty();
    }

    @Test
    void what_was_met_or_breached_stays_as_it_was_even_where_no_sweeper_has_looked() {
        var met = new Clocks(List.of(fiveDays())).met("answer", MONDAY).all();
        var breached = new Clocks(List.of(fiveDays())).elapse(DUE).clocks().all();

        assertThat(Brought.of(met, _ -> NEWER, MONDAY)).isEmpty();
        assertThat(Brought.of(breached, _ -> NEWER, DUE)).isEmpty();
        assertThat(Brought.of(List.of(fiveDays()), _ -> NEWER, DUE)).isEmpty();
        assertThat(new Clocks(breached).oldestCalendar()).isEmpty();
    }

    @Test
    void a_list_with_fewer_holidays_makes_nobody_late_at_once() {
        var later = brought(fiveDays()).clocks();
        var withdrawn = calendar(NewerList.with("2030-12-27", "2026-12-20"));
        var between = DUE.plus(Duration.ofHours(1));

        var after = Brought.of(later, _ -> withdrawn, between).orElseThrow();

        assertThat(after.moved()).isEmpty();
        assertThat(after.clocks().getFirst().stateAt(between)).isNotEqualTo(ClockState.BREACHED);
    }

    @Test
    void who_was_warned_of_the_old_time_is_warned_again_of_the_new_one() {
        var hours = started(Within.workingDays(5), Within.workingHours(2));
        var warned = new Clocks(List.of(hours))
                .elapse(Instant.parse("2026-12-29T15:00:00Z"))
                .clocks()
                .all();
        assertThat(warned.getFirst().warnedAt()).isNotNull();

        var after = Brought.of(warned, _ -> NEWER, Instant.parse("2026-12-29T15:30:00Z"))
                .orElseThrow()
                .clocks()
                .getFirst();

        assertThat(after.warnedAt()).isNull();
        assertThat(RunningClock.again(warned.getFirst())).isEmpty();
        assertThat(RunningClock.again(after)).as("in another notice").isEqualTo("-2");
        assertThat(after.wakeAt()).contains(Instant.parse("2026-12-30T15:00:00Z"));
    }

    @Test
    void each_clock_follows_the_calendar_of_its_owner() {
        var elsewhere = new WorkingCalendar(SHIPPED.hours(), Jurisdiction.SCOTLAND, DAY_OF_THANKS);
        var asked = new ArrayList<Optional<String>>();

        var brought = Brought.of(
                        List.of(fiveDays()),
                        clock -> {
                            asked.add(Optional.of(clock.owner().agency()));
                            return elsewhere;
                        },
                        MONDAY)
                .orElseThrow();

        assertThat(asked).containsExactly(Optional.of("hackney-drug-treatment"));
        assertThat(brought.moved()).as("no holiday in Scotland").isEmpty();
    }

    @Test
    void what_a_clock_is_started_with_is_written_as_the_packs_write_it() {
        assertThat(fiveDays().allowance()).satisfies(kept -> {
            assertThat(kept).isNotNull();
            assertThat(Within.parse(kept.time())).isEqualTo(Within.workingDays(5));
            assertThat(kept.warnBefore()).isEqualTo("2 working days");
        });
    }

    private static Brought brought(Clock clock) {
        return Brought.of(List.of(clock), _ -> NEWER, MONDAY).orElseThrow();
    }

    private static Clock fiveDays() {
        return started(Within.workingDays(5), Within.workingDays(2));
    }

    private static Clock started(Within within, @Nullable Within warnBefore) {
        return RunningClock.started(
                "answer", List.of("HAC-03"), owner(), Deadlines.compute(within, FRIDAY, SHIPPED), warnBefore);
    }

    private static Owner owner() {
        return new Owner("hackney-drug-treatment", "practitioner");
    }

    private static WorkingCalendar calendar(BankHolidays holidays) {
        return WorkingCalendar.office(Jurisdiction.ENGLAND_AND_WALES, holidays);
    }
}
