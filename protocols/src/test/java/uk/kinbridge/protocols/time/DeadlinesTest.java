package uk.kinbridge.protocols.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {

    private static final WorkingCalendar OFFICE = WorkingCalendar.office(Jurisdiction.ENGLAND_AND_WALES);

    @ParameterizedTest(name = "{0} from {1} is due {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # elapsed time runs on
            24 elapsed hours   | 2026-12-24T16:30 | 2026-12-25T16:30 | Christmas does not stop it
            24 elapsed hours   | 2026-03-28T12:00 | 2026-03-29T13:00 | the clocks go forward in between
            24 elapsed hours   | 2026-10-24T12:00 | 2026-10-25T11:00 | the clocks go back in between
            90 elapsed minutes | 2026-06-10T16:00 | 2026-06-10T17:30 | past closing
            # working days
            1 working day  | 2026-06-12T16:55 | 2026-06-15T17:00 | Friday, five minutes before closing
            1 working day  | 2026-06-12T17:00 | 2026-06-16T17:00 | Friday at closing counts as Monday's opening
            1 working day  | 2026-06-12T19:30 | 2026-06-16T17:00 | Friday evening counts as Monday's opening
            1 working day  | 2026-06-13T11:00 | 2026-06-16T17:00 | Saturday counts as Monday's opening
            1 working day  | 2026-06-15T07:00 | 2026-06-16T17:00 | before opening is still that day
            3 working days | 2026-12-23T10:00 | 2026-12-30T17:00 | over Christmas; Boxing Day falls on a Saturday, Monday is its substitute
            5 working days | 2027-12-24T09:30 | 2028-01-05T17:00 | over two substitute days and New Year's Day's
            5 working days | 2026-03-26T09:30 | 2026-04-02T17:00 | over the clock change, due at local closing
            5 working days | 2026-10-21T09:30 | 2026-10-28T17:00 | over the clock change in autumn
            5 working days | 2024-03-27T09:30 | 2024-04-05T17:00 | over Easter
            # the same working day
            same working day | 2026-06-12T16:55 | 2026-06-12T17:00 | five minutes are left
            same working day | 2026-06-12T17:01 | 2026-06-15T17:00 | too late for Friday
            # working hours
            4 working hours   | 2026-06-12T15:00 | 2026-06-15T11:00 | two on Friday, two on Monday
            8 working hours   | 2026-06-12T09:00 | 2026-06-12T17:00 | a whole day ends at its closing
            4 working hours   | 2026-12-24T16:00 | 2026-12-29T12:00 | one on Christmas Eve, three after the holidays
            30 working minutes | 2026-06-14T12:00 | 2026-06-15T09:30 | from Monday's opening
            # calendar
            10 calendar days  | 2026-06-01T10:00 | 2026-06-11T17:00 | a Thursday
            12 calendar days  | 2026-06-01T10:00 | 2026-06-12T17:00 | a Saturday: the Friday before
            1 calendar day    | 2026-06-13T10:00 | 2026-06-15T17:00 | from Saturday to Sunday: never before it began
            3 calendar months | 2026-09-25T10:00 | 2026-12-24T17:00 | Christmas Day: the day before
            3 calendar months | 2025-11-30T10:00 | 2026-02-27T17:00 | there is no 30 February, the 28th is a Saturday
            """)
    void computes_when_something_is_due(String within, LocalDateTime start, LocalDateTime due, String why) {
        var deadline = Deadlines.compute(Within.parse(within), london(start), OFFICE);

        assertThat(deadline.due()).as(why).isEqualTo(london(due));
        assertThat(deadline.calendarVersion()).isEqualTo(BankHolidays.shipped().version());
    }

    @ParameterizedTest(name = "{0} before what is due after {1} from {2} is {3}")
    @CsvSource(delimiter = '|', textBlock = """
            4 elapsed hours | 24 elapsed hours | 2026-06-10T16:00 | 2026-06-11T12:00
            1 working day   | 5 working days   | 2026-06-10T16:00 | 2026-06-16T17:00
            1 working day   | 3 working days   | 2026-12-23T10:00 | 2026-12-29T17:00
            2 working hours | 1 working day    | 2026-06-12T16:55 | 2026-06-15T15:00
            9 working hours | 5 working days   | 2026-06-10T16:00 | 2026-06-16T16:00
            5 working days  | 1 working day    | 2026-06-10T16:00 | 2026-06-10T16:00
            """)
    void warns_before_it_is_due_but_never_before_it_began(
            String before, String within, LocalDateTime start, LocalDateTime warned) {
        var deadline = Deadlines.compute(Within.parse(within), london(start), OFFICE);

        assertThat(Deadlines.warning(Within.parse(before), deadline)).isEqualTo(london(warned));
    }

    @Test
    void keeps_milliseconds_and_no_more() {
        Instant start = Instant.parse("2026-06-10T10:00:00.123456789Z");

        assertThat(Deadlines.compute(Within.elapsedHours(24), start, OFFICE).due())
                .isEqualTo(Instant.parse("2026-06-11T10:00:00.123Z"));
    }

    @Test
    void counts_the_holidays_of_the_jurisdiction() {
        Instant friday = london(LocalDateTime.of(2026, 6, 12, 10, 0));

        assertThat(due(Jurisdiction.SCOTLAND, friday)).isEqualTo(london(LocalDateTime.of(2026, 6, 16, 17, 0)));
        assertThat(due(Jurisdiction.NORTHERN_IRELAND, friday)).isEqualTo(london(LocalDateTime.of(2026, 6, 15, 17, 0)));
    }

    @Test
    void an_agency_that_never_closes_counts_every_day() {
        var always = new WorkingCalendar(OpeningHours.ALWAYS, Jurisdiction.ENGLAND_AND_WALES, BankHolidays.shipped());
        Instant christmasEve = london(LocalDateTime.of(2026, 12, 24, 23, 0));

        assertThat(Deadlines.compute(Within.workingDays(1), christmasEve, always)
                        .due())
                .isEqualTo(london(LocalDateTime.of(2026, 12, 26, 0, 0)));
        assertThat(Deadlines.compute(Within.workingHours(4), christmasEve, always)
                        .due())
                .isEqualTo(london(LocalDateTime.of(2026, 12, 25, 3, 0)));
    }

    @Test
    void says_how_the_date_was_computed() {
        Instant evening = london(LocalDateTime.of(2026, 12, 24, 18, 30));

        assertThat(Deadlines.compute(Within.workingDays(1), evening, OFFICE).explanation())
                .isEqualTo("Due Wednesday 30 December 2026 at 17:00: 1 working day from Thursday 24 December 2026 at "
                        + "18:30. Working days are counted from the day after the start; the last one ends at closing "
                        + "time. The start found the agency closed, so it counts as the next opening, Tuesday 29 "
                        + "December 2026 at 09:00. Not working days: Friday 25 December 2026, Christmas Day; Monday 28 "
                        + "December 2026, Boxing Day (substitute day). Open Mon-Fri 09:00-17:00; bank holidays of "
                        + "England and Wales, list of 2026-08-21.");
    }

    @Test
    void says_that_the_clocks_change() {
        Instant saturday = london(LocalDateTime.of(2026, 3, 28, 12, 0));

        assertThat(Deadlines.compute(Within.elapsedHours(24), saturday, OFFICE).explanation())
                .contains("weekends and bank holidays included")
                .contains("The clocks go forward one hour in between.");
    }

    @Test
    void says_that_later_holidays_are_not_published_yet() {
        Instant late = london(LocalDateTime.of(2028, 12, 28, 12, 0));

        assertThat(Deadlines.compute(Within.workingDays(5), late, OFFICE).explanation())
                .startsWith("Due Friday 5 January 2029 at 17:00")
                .contains("Monday 1 January 2029, New Year's Day (expected)")
                .contains("Bank holidays after 2028 have not been published yet");
    }

    private static Instant due(Jurisdiction jurisdiction, Instant start) {
        return Deadlines.compute(Within.workingDays(1), start, WorkingCalendar.office(jurisdiction))
                .due();
    }

    private static Instant london(LocalDateTime local) {
        return local.atZone(WorkingCalendar.LONDON).toInstant();
    }
}
