package uk.kinbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;
import static uk.kinbridge.referral.referral.ReferralMother.SOCIAL_WORKER;
import static uk.kinbridge.referral.referral.ReferralMother.TREATMENT_WORKER;
import static uk.kinbridge.referral.referral.ReferralMother.aReferralFrom;
import static uk.kinbridge.referral.referral.ReferralMother.intoTreatment;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import uk.kinbridge.referral.referral.FollowAssessment.News;
import uk.kinbridge.referral.referral.FollowAssessment.What;

/** HAC-03, HAC-04, HAC-07, SAL-24: what happens to an assessment moves its referral on, in whatever order news comes. */
class FollowingAnAssessmentTest {

    private static final Instant NEXT_DAY = MONDAY_TEN.plus(Duration.ofDays(1));

    private final Referral submitted = aReferralFrom("r-1", MONDAY_TEN).next();

    private static News news(What what, Actor by, String family) {
        return new News(what, "A-2222-2222", "r-1", family, by, NEXT_DAY, null);
    }

    private static News news(What what) {
        return news(what, TREATMENT_WORKER, "f-1");
    }

    private static Referral after(Referral referral, What what) {
        return FollowAssessment.change(referral, news(what), intoTreatment(), _ -> Passing.ALL)
                .orElseThrow()
                .next();
    }

    @Test
    void an_invitation_stops_the_clock_that_waits_for_it() {
        var invited = after(submitted, What.INVITED);

        assertThat(invited.state()).isEqualTo("invited");
        assertThat(invited.clocks())
                .filteredOn(clock -> clock.kind().equals("invite-to-assessment"))
                .allSatisfy(clock -> assertThat(clock.metAt()).isEqualTo(NEXT_DAY));
    }

    @Test
    void a_completion_that_comes_before_its_invitation_is_not_lost() {
        var assessed = after(submitted, What.COMPLETED);

        assertThat(assessed.state()).isEqualTo("assessed");
        assertThat(after(assessed, What.OUTCOME_SHARED).state()).isEqualTo("outcome-shared");
    }

    @Test
    void an_outcome_alone_moves_it_all_the_way() {
        assertThat(after(submitted, What.OUTCOME_SHARED).state()).isEqualTo("outcome-shared");
    }

    @Test
    void late_news_changes_nothing_but_the_story() {
        var shared = after(submitted, What.OUTCOME_SHARED);

        var late = after(shared, What.COMPLETED);

        assertThat(late.state()).isEqualTo("outcome-shared");
        assertThat(late.clocks()).isEqualTo(shared.clocks());
        assertThat(late.history()).hasSize(shared.history().size() + 1);
    }

    @Test
    void only_the_receiving_agency_moves_it_and_only_about_its_own_family() {
        assertThat(FollowAssessment.change(
                        submitted, news(What.COMPLETED, SOCIAL_WORKER, "f-1"), intoTreatment(), _ -> Passing.ALL))
                .isEmpty();
        assertThat(FollowAssessment.change(
                        submitted, news(What.COMPLETED, TREATMENT_WORKER, "f-2"), intoTreatment(), _ -> Passing.ALL))
                .isEmpty();
    }
}
