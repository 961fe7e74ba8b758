package uk.kinbridge.protocols.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/**
 * Working time from 2020 to 2035 against an oracle that shares nothing with it but the dates of the holidays: it walks
 * minute by minute and day by day, and knows no shortcut.
 */
class WorkingTimePropertyTest {

    private static final long FIRST = 1_577_836_800L; // 2020-01-01T00:00Z
    private static final long LAST = 2_082_758_400L; // 2036-01-01T00:00Z
    private static final LocalTime OPENS = LocalTime.of(8, 45);
    private static final LocalTime CLOSES = LocalTime.of(17, 15);

    @Property(tries = 3000)
    void working_days_end_at_the_closing_that_the_oracle_finds(
            @ForAll @LongRange(min = FIRST, max = LAST) long start,
            @ForAll @IntRange(min = 1, max = 45) int days,
            @ForAll Jurisdiction jurisdiction) {
        Instant from = Instant.ofEpochSecond(start);

        Instant due = Deadlines.compute(Within.workingDays(days), from, calendar(jurisdiction))
                .due();

        assertThat(due).isEqualTo(daysByWalking(from, days, jurisdiction));
    }

    @Property(tries = 300)
    void working_minutes_are_those_that_the_oracle_counts(
            @ForAll @LongRange(min = FIRST, max = LAST) long start,
            @ForAll @IntRange(min = 1, max = 2000) int minutes,
            @ForAll Jurisdiction jurisdiction) {
        Instant from = Instant.ofEpochSecond(start - start % 60);

        Instant due = Deadlines.compute(
                        new Within.WorkingHours(Duration.ofMinutes(minutes)), from, calendar(jurisdiction))
                .due();

        assertThat(due).isEqualTo(minutesByWalking(from, minutes, jurisdiction));
    }

    @Property(tries = 3000)
    void elapsed_time_is_elapsed_time_through_both_clock_changes(
            @ForAll @LongRange(min = FIRST, max = LAST) long start,
            @ForAll @IntRange(min = 1, max = 20_000) int minutes) {
        Instant from = Instant.ofEpochSecond(start);

        Instant due = Deadlines.compute(
                        new Within.Elapsed(Duration.ofMinutes(minutes)), from, calendar(Jurisdiction.ENGLAND_AND_WALES))
                .due();

        assertThat(due.getEpochSecond()).isEqualTo(start + minutes * 60L);
    }

    @Property(tries = 2000)
    void a_later_start_is_never_due_earlier(
            @ForAll @LongRange(min = FIRST, max = LAST) long start,
            @ForAll @IntRange(min = 0, max = 2_000_000) int later,
            @ForAll @IntRange(min = 1, max = 30) int days) {
        var calendar = calendar(Jurisdiction.ENGLAND_AND_WALES);
        Instant one = Instant.ofEpochSecond(start);
        Instant other = one.plusSeconds(later);

        for (Within within : Set.of(
                Within.workingDays(days),
                Within.workingHours(days),
                new Within.SameWorkingDay(),
                new Within.CalendarDays(days))) {
            assertThat(Deadlines.compute(within, other, calendar).due())
                    .isAfterOrEqualTo(Deadlines.compute(within, one, calendar).due());
        }
    }

    @Property(tries = 2000)
    void what_is_due_in_working_time_is_due_while_the_agency_works_and_a_warning_lies_between(
            @ForAll @LongRange(min = FIRST, max = LAST) long start,
            @ForAll @IntRange(min = 2, max = 30) int days,
            @ForAll @IntRange(min = 1, max = 40) int warnHours) {
        var calendar = calendar(Jurisdiction.SCOTLAND);
        Deadline deadline = Deadlines.compute(Within.workingDays(days), Instant.ofEpochSecond(start), calendar);

        assertThat(calendar.isOpenAt(deadline.due().minusMillis(1))).isTrue();
        assertThat(calendar.isOpenAt(deadline.due())).isFalse();
        assertThat(Deadlines.warning(Within.workingHours(warnHours), deadline))
                .isBetween(deadline.start(), deadline.due());
    }

    private static WorkingCalendar calendar(Jurisdiction jurisdiction) {
        return new WorkingCalendar(OpeningHours.parse("Mon-Fri 08:45-17:15"), jurisdiction, BankHolidays.shipped());
    }

    private static Instant daysByWalking(Instant from, int days, Jurisdiction jurisdiction) {
        ZonedDateTime moment = from.atZone(WorkingCalendar.LONDON);
        LocalDate day = moment.toLocalDate();
        if (!moment.toLocalTime().isBefore(CLOSES) || !worked(day, jurisdiction)) {
            do {
                day = day.plusDays(1);
            } while (!worked(day, jurisdiction));
        }
        int counted = 0;
        while (counted < days) {
            day = day.plusDays(1);
            if (worked(day, jurisdiction)) {
                counted++;
            }
        }
        return day.atTime(CLOSES).atZone(WorkingCalendar.LONDON).toInstant();
    }

    private static Instant minutesByWalking(Instant from, int minutes, Jurisdiction jurisdiction) {
        Instant moment = from;
        int left = minutes;
        while (left > 0) {
            ZonedDateTime local = moment.atZone(WorkingCalendar.LONDON);
            LocalTime time = local.toLocalTime();
            boolean open = worked(local.toLocalDate(), jurisdiction) && !time.isBefore(OPENS) && time.isBefore(CLOSES);
            if (open) {
                left--;
            }
            moment = moment.plusSeconds(60);
        }
        return moment;
    }

    private static boolean worked(LocalDate day, Jurisdiction jurisdiction) {
        DayOfWeek name = day.getDayOfWeek();
        return name != DayOfWeek.SATURDAY
                && name != DayOfWeek.SUNDAY
                && !BankHolidays.shipped().datesOf(jurisdiction).containsKey(day);
    }
}
