package uk.kinbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.AcknowledgingAReferralTest.clock;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;
import static uk.kinbridge.referral.referral.ReferralMother.TREATMENT_WORKER;
import static uk.kinbridge.referral.referral.ReferralMother.aReferral;
import static uk.kinbridge.referral.referral.ReferralMother.intoTreatment;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.clock.ClockState;

/** HAC-03: the person is invited to an assessment within 5 working days. */
class InvitingToAnAssessmentTest {

    private static final Instant TUESDAY = MONDAY_TEN.plus(Duration.ofDays(1));
    private static final Instant APPOINTMENT = MONDAY_TEN.plus(Duration.ofDays(3));

    @Test
    void meets_the_clock_of_five_working_days() {
        var invited = invited(aReferral(MONDAY_TEN));

        assertThat(clock(invited, "invite-to-assessment").stateAt(APPOINTMENT)).isEqualTo(ClockState.MET);
        assertThat(invited.state()).isEqualTo("invited");
        assertThat(clock(invited, "complete-assessment").isOpen()).isTrue();
    }

    @Test
    void acknowledges_a_referral_that_nobody_had_acknowledged() {
        var invited = invited(aReferral(MONDAY_TEN));

        assertThat(invited.receipt()).isEqualTo(new Receipt(TREATMENT_WORKER, TUESDAY));
        assertThat(clock(invited, "acknowledge").isOpen()).isFalse();
    }

    @Test
    void a_second_invitation_changes_nothing() {
        assertThat(invited(aReferral(MONDAY_TEN))
                        .act(new Act.Invite(APPOINTMENT, null), TREATMENT_WORKER, TUESDAY, intoTreatment()))
                .isEqualTo(new Acted.Before());
    }

    private static Referral invited(Referral referral) {
        return ReferralMother.done(
                        referral, new Act.Invite(APPOINTMENT, "Room 2"), TREATMENT_WORKER, TUESDAY, intoTreatment())
                .next();
    }
}
