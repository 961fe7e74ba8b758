package uk.kinbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JWP-11, SAL-15: what is so in a case can leave one way only. */
class OnlyTheSeriousRouteTest {

    private static final Rules ADULT_SERVICES = ReferralMother.rules("joint-working", "adult-services");
    private static final Rules CHILD_AT_RISK = ReferralMother.rules("joint-working", "child-at-risk");

    @ParameterizedTest
    @ValueSource(strings = {"delusion-involves-child", "child-in-suicide-plan", "child-at-risk-of-significant-harm"})
    void leaves_no_lower_route(String fact) {
        assertThat(submit(ADULT_SERVICES, List.of("adult-with-unmet-needs", fact)))
                .isInstanceOfSatisfying(
                        Submission.Outcome.TooLow.class,
                        low -> assertThat(low.onlyWays()).isNotEmpty().allSatisfy(route -> {
                            assertThat(route.onlyWay()).isTrue();
                            assertThat(route.obligations()).isNotEmpty();
                        }));
        assertThat(submit(CHILD_AT_RISK, List.of(fact))).isInstanceOf(Submission.Outcome.Accepted.class);
    }

    @Test
    void a_lower_need_alone_leaves_its_route_open() {
        assertThat(submit(ADULT_SERVICES, List.of("adult-with-unmet-needs")))
                .isInstanceOf(Submission.Outcome.Accepted.class);
    }

    @Test
    void both_referrals_run_side_by_side_when_adult_and_child_are_at_risk() {
        var both = List.of("adult-at-risk", "child-at-risk-of-significant-harm");

        assertThat(submit(CHILD_AT_RISK, both)).isInstanceOf(Submission.Outcome.Accepted.class);
        assertThat(submit(ReferralMother.rules("joint-working", "adult-at-risk"), both))
                .isInstanceOf(Submission.Outcome.Accepted.class);
    }

    /** JWP-04 */
    @ParameterizedTest
    @ValueSource(strings = {"delusion-involves-child", "child-in-suicide-plan", "child-at-risk-of-significant-harm"})
    void the_adult_at_risk_is_referred_beside_the_child(String fact) {
        assertThat(submit(ReferralMother.rules("joint-working", "adult-at-risk"), List.of("adult-at-risk", fact)))
                .isInstanceOf(Submission.Outcome.Accepted.class);
    }

    private static Submission.Outcome submit(Rules rules, List<String> situation) {
        var complete = EveryPathwayRunsTest.complete(rules);
        var content = complete.content();
        return new Submission(
                        complete.id(),
                        complete.reference(),
                        complete.by(),
                        complete.referrer(),
                        complete.recipient(),
                        new Content(
                                content.disclosed(),
                                content.texts(),
                                content.documents(),
                                content.call(),
                                situation,
                                null))
                .submit(rules, MONDAY_TEN);
    }
}
