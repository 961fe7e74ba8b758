package uk.kinbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;
import static uk.kinbridge.referral.referral.ReferralMother.SOCIAL_WORKER;
import static uk.kinbridge.referral.referral.ReferralMother.aReferral;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.kinbridge.referral.referral.ReferralEvent.NoticeRequested;

/** SAL-15, JWP-11: what is known later can raise the way at any time; a correction loses nothing. */
class AmendingAReferralTest {

    private static final Rules ADULT_SERVICES = ReferralMother.rules("joint-working", "adult-services");

    @Test
    void a_correction_keeps_the_earlier_answer_in_the_story_and_tells_the_recipient() {
        var change = new Amended(aReferral(MONDAY_TEN), SOCIAL_WORKER, MONDAY_TEN.plusSeconds(60), Passing.ALL)
                .corrected("treatment-issue-outline", "Cannabis, not alcohol.", "Wrong file");

        assertThat(change.next().texts()).containsEntry("treatment-issue-outline", "Cannabis, not alcohol.");
        assertThat(change.next().history().getLast().said())
                .containsEntry("before", "Daily alcohol use, worse since the spring.")
                .containsEntry("after", "Cannabis, not alcohol.")
                .containsEntry("reason", "Wrong file");
        assertThat(change.events()).singleElement().isInstanceOfSatisfying(NoticeRequested.class, notice -> {
            assertThat(notice.to().agency()).isEqualTo("hackney-drug-treatment");
            assertThat(notice.words()).doesNotContain("Cannabis");
        });
    }

    @Test
    void significant_harm_that_comes_to_light_later_leaves_only_the_serious_way_and_both_sides_are_told_once() {
        var referral = EveryPathwayRunsTest.begun(ADULT_SERVICES);
        var amended = new Amended(referral, SOCIAL_WORKER, MONDAY_TEN.plusSeconds(60), Passing.ALL);

        var raised = amended.told(List.of("child-at-risk-of-significant-harm"), ADULT_SERVICES);

        assertThat(ADULT_SERVICES.waysToBeTaken(raised.next().content().situation()))
                .anyMatch(route -> route.onlyWay());
        assertThat(raised.events())
                .extracting(event -> ((NoticeRequested) event).to().agency())
                .contains(referral.referrer().agency(), referral.recipient().agency());
        assertThat(new Amended(raised.next(), SOCIAL_WORKER, MONDAY_TEN.plusSeconds(120), Passing.ALL)
                        .told(List.of("child-at-risk-of-significant-harm"), ADULT_SERVICES)
                        .events())
                .isEmpty();
    }

    @Test
    void a_fact_that_leaves_the_way_open_raises_nothing() {
        var referral = EveryPathwayRunsTest.begun(ADULT_SERVICES);

        assertThat(new Amended(referral, SOCIAL_WORKER, MONDAY_TEN, Passing.ALL)
                        .told(List.of("adult-with-unmet-needs"), ADULT_SERVICES)
                        .events())
                .isEmpty();
    }
}
