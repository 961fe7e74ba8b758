package uk.kinbridge.protocols.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecomputationTest {

    private static final Instant START = Instant.parse("2027-05-05T09:00:00Z");
    private static final WorkingCalendar SHIPPED = WorkingCalendar.office(Jurisdiction.ENGLAND_AND_WALES);
    private static final WorkingCalendar NEWER = new WorkingCalendar(
            OpeningHours.OFFICE, Jurisdiction.ENGLAND_AND_WALES, BankHolidays.read("newer.yaml", """
                    version: 2027-05-01
                    source: announced today
                    first-year: 2027
                    last-year: 2027
                    jurisdictions:
                      england-and-wales:
                        2027-05-03: Early May bank holiday
                        2027-05-07: Day of thanks
                    """));

    @Test
    void a_bank_holiday_published_today_moves_a_running_clock_and_says_so() {
        Deadline kept = Deadlines.compute(Within.workingDays(3), START, SHIPPED);

        var again = Recomputation.of(kept.within(), START, kept.due(), kept.calendarVersion(), NEWER);

        assertThat(again.moves()).isTrue();
        assertThat(again.after().due()).isEqualTo(Instant.parse("2027-05-11T16:00:00Z"));
        assertThat(again.words())
                .startsWith("The bank holidays of 2027-05-01 replace those of 2026-08-21. Due moves from Monday 10 May"
                        + " 2027 at 17:00 to Tuesday 11 May 2027 at 17:00.")
                .contains("Friday 7 May 2027, Day of thanks");
    }

    @Test
    void a_clock_that_is_not_touched_stays_where_it_is() {
        Deadline kept = Deadlines.compute(Within.workingDays(1), START, SHIPPED);

        var again = Recomputation.of(kept.within(), START, kept.due(), kept.calendarVersion(), NEWER);

        assertThat(again.moves()).isFalse();
        assertThat(again.words())
                .isEqualTo("The bank holidays of 2027-05-01 replace those of 2026-08-21. Due stays Thursday 6 May 2027"
                        + " at 17:00.");
    }
}
