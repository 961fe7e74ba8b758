package uk.kinbridge.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.notification.delivery.TidingsBuilder.AGENCY;
import static uk.kinbridge.notification.delivery.TidingsBuilder.MONDAY_TEN;
import static uk.kinbridge.notification.delivery.TidingsBuilder.tidings;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.kinbridge.notification.notice.Urgency;
import uk.kinbridge.notification.preference.PreferenceBook;
import uk.kinbridge.notification.preference.Preferences;
import uk.kinbridge.notification.preference.QuietHours;
import uk.kinbridge.notification.preference.Timing;
import uk.kinbridge.notification.preference.Wish;
import uk.kinbridge.protocols.time.Jurisdiction;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** What can be handed over later than it was planned for heeds quiet hours still, unless it is urgent by then. */
class QuietTest {

    private static final Instant EVENING = Instant.parse("2026-11-23T19:55:00Z");
    private static final Instant NIGHT = Instant.parse("2026-11-23T23:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-11-24T07:30:00Z");

    private int asked;

    private final PreferenceBook book = new PreferenceBook() {
        @Override
        public Kept of(String person) {
            asked++;
            var atNight = new QuietHours(LocalTime.of(20, 0), LocalTime.of(7, 30));
            return new Kept(new Preferences(person, Wish.EVERYTHING, Wish.EVERYTHING, null, atNight, true, "en"), 1);
        }

        @Override
        public Optional<Long> save(long version, Preferences next, Instant now) {
            throw new UnsupportedOperationException();
        }
    };

    private final Quiet quiet =
            Quiet.of(book, new Timing(() -> WorkingCalendar.office(Jurisdiction.ENGLAND_AND_WALES)));

    @Test
    void what_is_not_urgent_waits_for_the_morning() {
        assertThat(quiet.endFor(planned(tidings().answerBy(null)), NIGHT)).isEqualTo(MORNING);
    }

    @Test
    void what_is_immediate_and_what_would_run_out_does_not() {
        assertThat(quiet.endFor(planned(tidings().urgency(Urgency.IMMEDIATE)), NIGHT))
                .isEqualTo(NIGHT);
        assertThat(quiet.endFor(planned(tidings().answerBy(MORNING.plusSeconds(60))), NIGHT))
                .isEqualTo(NIGHT);
    }

    @Test
    void by_day_nothing_waits() {
        var noon = Instant.parse("2026-11-24T12:00:00Z");

        assertThat(quiet.endFor(planned(tidings().answerBy(null)), noon)).isEqualTo(noon);
    }

    @Test
    void what_was_planned_a_moment_ago_needs_no_second_look() {
        assertThat(quiet.endFor(planned(tidings().answerBy(null)), MONDAY_TEN.plusSeconds(1)))
                .isEqualTo(MONDAY_TEN.plusSeconds(1));
        assertThat(asked).isZero();
    }

    @Test
    void a_system_never_sleeps() {
        var hook = Delivery.planned(
                "d1",
                Channel.WEBHOOK,
                Addressee.system(AGENCY, "s1"),
                tidings().answerBy(null).build(),
                "",
                EVENING,
                EVENING);

        assertThat(quiet.endFor(hook, NIGHT)).isEqualTo(NIGHT);
    }

    private static Delivery planned(TidingsBuilder tidings) {
        return Delivery.planned(
                "d1", Channel.TEXT, Addressee.person(AGENCY, "p"), tidings.build(), "en", EVENING, EVENING);
    }
}
