package uk.kinbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;
import static uk.kinbridge.referral.referral.ReferralMother.SAFEGUARDING_LEAD;
import static uk.kinbridge.referral.referral.ReferralMother.SOCIAL_WORKER;
import static uk.kinbridge.referral.referral.ReferralMother.aReferral;
import static uk.kinbridge.referral.referral.ReferralMother.intoTreatment;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.ClockState;
import uk.kinbridge.referral.referral.ReferralEvent.Addressee;
import uk.kinbridge.referral.referral.ReferralEvent.NoticeFulfilled;
import uk.kinbridge.referral.referral.ReferralEvent.NoticeRequested;

/** HAC-03, HAC-17. */
class AcknowledgingAReferralTest {

    private static final Instant IN_TIME = MONDAY_TEN.plus(Duration.ofHours(3));
    private static final Instant DUE = MONDAY_TEN.plus(Duration.ofHours(24));

    @Test
    void meets_the_clock_and_leaves_the_invitation_running() {
        var next = acknowledged(aReferral(MONDAY_TEN), IN_TIME);

        assertThat(clock(next, "acknowledge").stateAt(DUE.plusSeconds(1))).isEqualTo(ClockState.MET);
        assertThat(clock(next, "invite-to-assessment").isOpen()).isTrue();
        assertThat(next.state()).isEqualTo("acknowledged");
        assertThat(next.receipt()).isEqualTo(new Receipt(SAFEGUARDING_LEAD, IN_TIME));
    }

    @Test
    void tells_the_very_person_who_referred() {
        var events = ReferralMother.acknowledged(aReferral(MONDAY_TEN), IN_TIME).events();

        assertThat(events)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                NoticeRequested.class,
                                told -> assertThat(told.to())
                                        .isEqualTo(new Addressee(
                                                "hackney-childrens-social-care",
                                                "practitioner",
                                                SOCIAL_WORKER.person()))));
    }

    @Test
    void settles_the_notice_of_its_arrival() {
        var events = ReferralMother.acknowledged(aReferral(MONDAY_TEN), IN_TIME).events();

        assertThat(events)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                NoticeFulfilled.class,
                                f -> assertThat(f.purpose()).isEqualTo("referral-arrived")));
    }

    @Test
    void a_second_acknowledgement_changes_nothing() {
        var first = acknowledged(aReferral(MONDAY_TEN), IN_TIME);

        assertThat(first.act(new Act.Acknowledge(), SAFEGUARDING_LEAD, IN_TIME.plusSeconds(60), intoTreatment()))
                .isEqualTo(new Acted.Before());
    }

    @Test
    void one_that_comes_too_late_is_met_late_and_the_breach_stays() {
        var breached = aReferral(MONDAY_TEN).elapse(DUE, intoTreatment()).next();

        var late = clock(acknowledged(breached, DUE.plusSeconds(60)), "acknowledge");

        assertThat(late.stateAt(DUE.plusSeconds(61))).isEqualTo(ClockState.MET_LATE);
        assertThat(late.breachedAt()).isEqualTo(DUE);
    }

    @Test
    void news_that_comes_after_the_breach_of_an_act_in_time_takes_the_breach_back() {
        var breached = aReferral(MONDAY_TEN).elapse(DUE, intoTreatment()).next();

        var inTime = clock(acknowledged(breached, DUE.minusSeconds(1)), "acknowledge");

        assertThat(inTime.stateAt(DUE.plusSeconds(1))).isEqualTo(ClockState.MET);
        assertThat(inTime.breachedAt()).isNull();
    }

    @Test
    void the_story_says_who_and_under_which_obligation() {
        assertThat(acknowledged(aReferral(MONDAY_TEN), IN_TIME).history().getLast())
                .satisfies(line -> {
                    assertThat(line.what()).isEqualTo("referral.acknowledged");
                    assertThat(line.by()).isEqualTo(SAFEGUARDING_LEAD);
                    assertThat(line.obligations()).containsExactly("HAC-03");
                });
    }

    private static Referral acknowledged(Referral referral, Instant at) {
        return ReferralMother.acknowledged(referral, at).next();
    }

    static Clock clock(Referral referral, String kind) {
        return referral.clocks().stream()
                .filter(c -> c.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
