package uk.kinbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;
import static uk.kinbridge.referral.referral.ReferralMother.SOCIAL_WORKER;
import static uk.kinbridge.referral.referral.ReferralMother.aReferral;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.kinbridge.referral.referral.ReferralEvent.NoticeRequested;

/** SAL-15, JWP-11, ENG-19: what is known later can raise the way at any time; a correction loses nothing; both are told. */
class AmendingAReferralTest {

    private static final Rules ADULT_SERVICES = ReferralMother.rules("joint-working", "adult-services");

    @Test
    void a_correction_keeps_the_earlier_answer_in_the_story_and_tells_the_recipient() {
        var change = new Amended(aReferral(MONDAY_TEN), SOCIAL_WORKER, MONDAY_TEN.plusSeconds(60), Passing.ALL)
                .corrected(
                        "treatment-issue-outline",
                        "Cannabis, not alcohol.",
                        "Wrong file",
                        ReferralMother.intoTreatment());

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
    void a_fact_that_leaves_the_way_open_raises_nothing_and_is_told_to_the_other_agency_once() {
        var amended = new Amended(aReferral(MONDAY_TEN), SOCIAL_WORKER, MONDAY_TEN, Passing.ALL);

        var told = amended.told(List.of("domestic-abuse"), ReferralMother.intoTreatment());

        assertThat(told.events()).singleElement().isInstanceOfSatisfying(NoticeRequested.class, notice -> {
            assertThat(notice.purpose()).isEqualTo("situation-told");
            assertThat(notice.to().agency()).isEqualTo("hackney-drug-treatment");
            assertThat(notice.words()).doesNotContain("abuse");
            assertThat(notice.asks()).isNotBlank();
        });
        assertThat(new Amended(told.next(), SOCIAL_WORKER, MONDAY_TEN, Passing.ALL)
                        .told(List.of("domestic-abuse"), ReferralMother.intoTreatment())
                        .events())
                .isEmpty();
    }

    @Test
    void what_is_kept_back_from_the_other_agency_is_not_announced_to_it() {
        var keptBack = new Amended(
                aReferral(MONDAY_TEN), SOCIAL_WORKER, MONDAY_TEN, new Passing("d-2", List.of(Amended.SITUATION)));

        assertThat(keptBack.told(List.of("domestic-abuse"), ReferralMother.intoTreatment())
                        .events())
                .isEmpty();
    }

    @Test
    void a_colleagues_correction_reaches_the_one_whose_referral_it_is() {
        var colleague = new Actor("p-other", "A Colleague", SOCIAL_WORKER.agency(), List.of());

        var corrected = new Amended(aReferral(MONDAY_TEN), colleague, MONDAY_TEN, Passing.ALL)
                .corrected("treatment-issue-outline", "Cannabis.", "A slip", ReferralMother.intoTreatment());

        assertThat(corrected.events())
                .extracting(event -> ((NoticeRequested) event).to().person())
                .containsExactly(null, SOCIAL_WORKER.person());
    }
}
