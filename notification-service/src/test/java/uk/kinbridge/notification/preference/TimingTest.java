package uk.kinbridge.notification.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.kinbridge.notification.notice.Urgency;
import uk.kinbridge.notification.preference.Timing.Plan;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.Jurisdiction;
import uk.kinbridge.protocols.time.OpeningHours;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** When a person is told by mail or text; the inbox has everything at once. */
class TimingTest {

    private static final Preferences USUAL = Preferences.unspoken("p");
    private static final Preferences QUIET_AT_NIGHT = new Preferences(
            "p",
            Wish.EVERYTHING,
            Wish.EVERYTHING,
            null,
            new QuietHours(LocalTime.of(20, 0), LocalTime.of(7, 30)),
            true,
            "en");

    private final Timing timing = new Timing(() -> WorkingCalendar.office(Jurisdiction.ENGLAND_AND_WALES));

    @Test
    void what_is_immediate_goes_at_once_through_quiet_hours() {
        assertThat(plan(QUIET_AT_NIGHT, Urgency.IMMEDIATE, null, "2026-11-23T23:00:00Z"))
                .isEqualTo(at("2026-11-23T23:00:00Z"));
    }

    @Test
    void what_has_priority_waits_for_the_end_of_the_quiet_hours() {
        assertThat(plan(QUIET_AT_NIGHT, Urgency.PRIORITY, "2026-11-24T23:00:00Z", "2026-11-23T23:00:00Z"))
                .isEqualTo(at("2026-11-24T07:30:00Z"));
    }

    @Test
    void what_would_run_out_in_the_quiet_hours_is_urgent() {
        assertThat(plan(QUIET_AT_NIGHT, Urgency.PRIORITY, "2026-11-24T08:00:00Z", "2026-11-23T23:00:00Z"))
                .isEqualTo(at("2026-11-23T23:00:00Z"));
    }

    @Test
    void outside_the_quiet_hours_it_goes_at_once() {
        assertThat(plan(QUIET_AT_NIGHT, Urgency.PRIORITY, null, "2026-11-23T12:00:00Z"))
                .isEqualTo(at("2026-11-23T12:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        // a working day before nine: the same morning
        "2026-11-23T08:00:00Z, 2026-11-23T09:00:00Z",
        // after nine: the next working day
        "2026-11-23T10:00:00Z, 2026-11-24T09:00:00Z",
        // Friday: Monday
        "2026-11-27T10:00:00Z, 2026-11-30T09:00:00Z",
        // Christmas Eve 2026 is a Thursday; the Monday after is the substitute day for Boxing Day
        "2026-12-24T10:00:00Z, 2026-12-29T09:00:00Z",
        // on the Friday before the clocks go forward: nine in summer time
        "2026-03-27T10:00:00Z, 2026-03-30T08:00:00Z",
        // and before they go back
        "2026-10-23T10:00:00Z, 2026-10-26T09:00:00Z",
    })
    void what_is_not_urgent_comes_with_others_when_the_office_opens(String now, String morning) {
        assertThat(plan(USUAL, Urgency.ROUTINE, null, now)).isEqualTo(new Plan.Gathered(Instant.parse(morning)));
    }

    @Test
    void a_bank_holiday_that_is_published_later_moves_the_next_digest() {
        var lists = new ArrayList<>(List.of(BankHolidays.shipped()));
        var followed = new Timing(
                () -> new WorkingCalendar(OpeningHours.OFFICE, Jurisdiction.ENGLAND_AND_WALES, lists.getLast()));
        var now = Instant.parse("2026-11-23T10:00:00Z");
        assertThat(followed.of(Wish.EVERYTHING, USUAL, Urgency.ROUTINE, null, now))
                .isEqualTo(new Plan.Gathered(Instant.parse("2026-11-24T09:00:00Z")));

        lists.add(BankHolidays.read("new", """
                version: 2026-11-23
                source: "Announced for one day"
                first-year: 2026
                last-year: 2026
                jurisdictions:
                  england-and-wales:
                    2026-11-24: "A day of thanks"
                  scotland:
                    2026-11-24: "A day of thanks"
                  northern-ireland:
                    2026-11-24: "A day of thanks"
                """));

        assertThat(followed.of(Wish.EVERYTHING, USUAL, Urgency.ROUTINE, null, now))
                .isEqualTo(new Plan.Gathered(Instant.parse("2026-11-25T09:00:00Z")));
    }

    @Test
    void what_would_run_out_before_the_digest_does_not_wait_for_it() {
        assertThat(plan(USUAL, Urgency.ROUTINE, "2026-11-24T09:30:00Z", "2026-11-23T10:00:00Z"))
                .isEqualTo(at("2026-11-23T10:00:00Z"));
    }

    @Test
    void a_digest_does_not_come_in_quiet_hours_either() {
        var late = new QuietHours(LocalTime.of(20, 0), LocalTime.of(10, 30));
        var sleeper = new Preferences("p", Wish.EVERYTHING, Wish.NOTHING, null, late, true, "en");

        assertThat(plan(sleeper, Urgency.ROUTINE, null, "2026-11-23T12:00:00Z"))
                .isEqualTo(new Plan.Gathered(Instant.parse("2026-11-24T10:30:00Z")));
        assertThat(plan(sleeper, Urgency.ROUTINE, "2026-11-24T11:00:00Z", "2026-11-23T12:00:00Z"))
                .as("by then it would be too late")
                .isEqualTo(at("2026-11-23T12:00:00Z"));
    }

    @Test
    void who_wants_no_digest_gets_a_mail_for_each() {
        var single = new Preferences("p", Wish.EVERYTHING, Wish.NOTHING, null, null, false, "en");

        assertThat(plan(single, Urgency.ROUTINE, null, "2026-11-23T10:00:00Z")).isEqualTo(at("2026-11-23T10:00:00Z"));
    }

    @Test
    void who_wants_only_what_is_urgent_gets_that() {
        var now = Instant.parse("2026-11-23T10:00:00Z");

        assertThat(timing.of(Wish.URGENT_ONLY, USUAL, Urgency.IMMEDIATE, null, now))
                .isEqualTo(new Plan.At(now));
        assertThat(timing.of(Wish.URGENT_ONLY, USUAL, Urgency.PRIORITY, now.plusSeconds(1800), now))
                .isEqualTo(new Plan.At(now));
        assertThat(timing.of(Wish.URGENT_ONLY, USUAL, Urgency.PRIORITY, null, now))
                .isEqualTo(new Plan.Never());
        assertThat(timing.of(Wish.NOTHING, USUAL, Urgency.IMMEDIATE, null, now)).isEqualTo(new Plan.Never());
    }

    @ParameterizedTest
    @CsvSource({
        // over midnight
        "20:00, 07:30, 2026-11-23T19:59:00Z, 2026-11-23T19:59:00Z",
        "20:00, 07:30, 2026-11-23T20:00:00Z, 2026-11-24T07:30:00Z",
        "20:00, 07:30, 2026-11-24T03:00:00Z, 2026-11-24T07:30:00Z",
        "20:00, 07:30, 2026-11-24T07:30:00Z, 2026-11-24T07:30:00Z",
        // within a day
        "12:00, 13:00, 2026-11-23T12:30:00Z, 2026-11-23T13:00:00Z",
        "12:00, 13:00, 2026-11-23T13:00:00Z, 2026-11-23T13:00:00Z",
        // in summer the clock on the wall is an hour ahead
        "20:00, 07:30, 2026-07-01T19:30:00Z, 2026-07-02T06:30:00Z",
        // the night in which the clocks go forward, and the one in which they go back
        "20:00, 07:30, 2026-03-28T23:00:00Z, 2026-03-29T06:30:00Z",
        "20:00, 07:30, 2026-10-24T23:00:00Z, 2026-10-25T07:30:00Z",
    })
    void quiet_hours_follow_the_clock_on_the_wall(LocalTime from, LocalTime until, Instant moment, Instant end) {
        assertThat(new QuietHours(from, until).endOr(moment)).isEqualTo(end);
    }

    private Plan plan(Preferences preferences, Urgency urgency, @Nullable String answerBy, String now) {
        return timing.of(
                preferences.email(),
                preferences,
                urgency,
                answerBy == null ? null : Instant.parse(answerBy),
                Instant.parse(now));
    }

    private static Plan at(String when) {
        return new Plan.At(Instant.parse(when));
    }
}
