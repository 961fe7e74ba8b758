package uk.kinbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.AcknowledgingAReferralTest.clock;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;
import static uk.kinbridge.referral.referral.ReferralMother.aReferral;
import static uk.kinbridge.referral.referral.ReferralMother.intoTreatment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.clock.ClockState;
import uk.kinbridge.referral.referral.ReferralEvent.Addressee;
import uk.kinbridge.referral.referral.ReferralEvent.ClockBreached;
import uk.kinbridge.referral.referral.ReferralEvent.ClockMet;
import uk.kinbridge.referral.referral.ReferralEvent.NoticeRequested;

/** HAC-03: warned before, breached at the minute, both sides' managers told, each once. */
class OverdueReferralTest {

    private static final Instant DUE = MONDAY_TEN.plus(Duration.ofHours(24));

    @Test
    void its_owner_is_warned_four_hours_before() {
        assertThat(aReferral(MONDAY_TEN).wakeAt()).contains(DUE.minus(Duration.ofHours(4)));
        assertThat(told(aReferral(MONDAY_TEN), DUE.minus(Duration.ofHours(4))))
                .containsExactly(new Addressee("hackney-drug-treatment", "safeguarding-lead", null));
    }

    @Test
    void nothing_happens_a_millisecond_before_the_warning() {
        assertThat(told(aReferral(MONDAY_TEN), DUE.minus(Duration.ofHours(4)).minusMillis(1)))
                .isEmpty();
    }

    @Test
    void is_breached_at_the_very_minute_and_both_managers_are_told() {
        assertThat(told(aReferral(MONDAY_TEN), DUE))
                .containsExactly(
                        new Addressee("hackney-drug-treatment", "manager", null),
                        new Addressee("hackney-childrens-social-care", "manager", null));
    }

    @Test
    void who_slept_through_the_warning_hears_of_the_breach_only() {
        var change = aReferral(MONDAY_TEN).elapse(DUE, intoTreatment());

        assertThat(change.next().history()).extracting(Happening::what).containsOnlyOnce("clock.breached");
        assertThat(change.next().history()).extracting(Happening::what).doesNotContain("clock.warned");
    }

    @Test
    void each_breach_is_told_once() {
        var breached = aReferral(MONDAY_TEN).elapse(DUE, intoTreatment()).next();

        assertThat(told(breached, DUE.plus(Duration.ofHours(1)))).isEmpty();
    }

    @Test
    void a_breach_is_news_for_other_services_and_so_is_the_late_act_that_ends_it() {
        var breach = aReferral(MONDAY_TEN).elapse(DUE, intoTreatment());
        var late = ReferralMother.acknowledged(breach.next(), DUE.plusSeconds(60));

        assertThat(breach.events())
                .filteredOn(ClockBreached.class::isInstance)
                .singleElement()
                .satisfies(e -> assertThat(((ClockBreached) e).clock().kind()).isEqualTo("acknowledge"));
        assertThat(late.events())
                .filteredOn(ClockMet.class::isInstance)
                .singleElement()
                .satisfies(e -> assertThat(((ClockMet) e).metAt()).isEqualTo(DUE.plusSeconds(60)));
    }

    @Test
    void what_was_never_overdue_is_no_news() {
        var inTime = ReferralMother.acknowledged(aReferral(MONDAY_TEN), DUE.minusSeconds(1));

        assertThat(inTime.events()).noneMatch(ClockMet.class::isInstance);
    }

    @Test
    void an_acknowledged_referral_breaches_nothing_that_was_met() {
        var acknowledged = ReferralMother.acknowledged(aReferral(MONDAY_TEN), DUE.minusSeconds(1))
                .next();

        assertThat(told(acknowledged, DUE)).isEmpty();
    }

    @Test
    void a_breach_shows_from_the_due_time_even_where_no_sweeper_has_looked() {
        assertThat(clock(aReferral(MONDAY_TEN), "acknowledge").stateAt(DUE)).isEqualTo(ClockState.BREACHED);
    }

    @Property
    void however_time_is_cut_into_pieces_each_warning_and_breach_comes_once(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 1200) Integer> minutes) {
        var referral = aReferral(MONDAY_TEN);
        var now = MONDAY_TEN;
        for (int step : minutes) {
            now = now.plus(Duration.ofMinutes(step));
            referral = referral.elapse(now, intoTreatment()).next();
        }

        var lines = referral.history().stream()
                .filter(line -> line.what().startsWith("clock."))
                .map(line -> line.what() + line.words())
                .toList();
        assertThat(lines).doesNotHaveDuplicates();
        var end = now;
        assertThat(referral.clocks())
                .allSatisfy(c -> assertThat(c.breachedAt() != null)
                        .as("told if and only if it is overdue")
                        .isEqualTo(!end.isBefore(c.dueAt())));
    }

    private static List<Addressee> told(Referral referral, Instant now) {
        return referral.elapse(now, intoTreatment()).events().stream()
                .filter(NoticeRequested.class::isInstance)
                .map(event -> ((NoticeRequested) event).to())
                .toList();
    }
}
