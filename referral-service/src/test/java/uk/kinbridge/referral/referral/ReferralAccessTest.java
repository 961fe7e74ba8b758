package uk.kinbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;
import static uk.kinbridge.referral.referral.ReferralMother.aReferral;

import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;

/** HAC-01, HAC-17: who may see and acknowledge a referral. */
class ReferralAccessTest {

    private final Referral referral = aReferral(MONDAY_TEN);

    @Test
    void the_other_treatment_provider_does_not_learn_that_it_exists() {
        var owen = caller("hackney-alcohol-treatment", Role.SAFEGUARDING_LEAD);

        assertThat(ReferralAccess.read(owen, referral)).isEqualTo(AccessDecision.concealed());
        assertThat(ReferralAccess.act(owen, referral, new Act.Acknowledge())).isEqualTo(AccessDecision.concealed());
        assertThat(ReferralAccess.act(owen, referral, new Act.Close("x"))).isEqualTo(AccessDecision.concealed());
    }

    @Test
    void both_parties_read_it() {
        assertThat(ReferralAccess.read(caller("hackney-childrens-social-care", Role.PRACTITIONER), referral)
                        .isGranted())
                .isTrue();
        assertThat(ReferralAccess.read(caller("hackney-drug-treatment", Role.SAFEGUARDING_LEAD), referral)
                        .isGranted())
                .isTrue();
    }

    @Test
    void the_safeguarding_lead_or_a_manager_acknowledges() {
        assertThat(ReferralAccess.act(
                                caller("hackney-drug-treatment", Role.SAFEGUARDING_LEAD),
                                referral,
                                new Act.Acknowledge())
                        .isGranted())
                .isTrue();
        assertThat(ReferralAccess.act(caller("hackney-drug-treatment", Role.MANAGER), referral, new Act.Acknowledge())
                        .isGranted())
                .isTrue();
    }

    @Test
    void the_agency_that_sent_it_cannot_acknowledge_it_itself() {
        assertThat(ReferralAccess.act(
                        caller("hackney-childrens-social-care", Role.MANAGER), referral, new Act.Acknowledge()))
                .isInstanceOfSatisfying(
                        AccessDecision.Denied.class,
                        denied -> assertThat(denied.obligation()).isEqualTo("HAC-17"));
    }

    @Test
    void a_practitioner_is_told_who_acknowledges() {
        assertThat(ReferralAccess.act(
                        caller("hackney-drug-treatment", Role.PRACTITIONER), referral, new Act.Acknowledge()))
                .isInstanceOfSatisfying(
                        AccessDecision.Denied.class,
                        denied -> assertThat(denied.why()).contains("safeguarding-lead"));
    }

    @Test
    void each_act_belongs_to_one_side() {
        var sender = caller("hackney-childrens-social-care", Role.PRACTITIONER);
        var receiver = caller("hackney-drug-treatment", Role.PRACTITIONER);

        assertThat(ReferralAccess.act(sender, referral, new Act.Withdraw("x")).isGranted())
                .isTrue();
        assertThat(ReferralAccess.act(receiver, referral, new Act.Withdraw("x")))
                .isInstanceOf(AccessDecision.Denied.class);
        assertThat(ReferralAccess.act(receiver, referral, new Act.Decide("x")).isGranted())
                .isTrue();
        assertThat(ReferralAccess.act(sender, referral, new Act.Decide("x"))).isInstanceOf(AccessDecision.Denied.class);
        assertThat(ReferralAccess.act(receiver, referral, new Act.AcceptRedirection()))
                .isInstanceOf(AccessDecision.Denied.class);
    }

    @Test
    void a_board_analyst_of_the_own_agency_reads_no_referral() {
        assertThat(ReferralAccess.read(caller("hackney-drug-treatment", Role.BOARD_ANALYST), referral))
                .isEqualTo(AccessDecision.concealed());
    }

    private static Caller caller(String agency, Role role) {
        return new Caller("s", "u", "A Person", agency, Set.of(), Set.of(role));
    }
}
