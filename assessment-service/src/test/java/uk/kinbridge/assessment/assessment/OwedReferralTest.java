package uk.kinbridge.assessment.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.assessment.assessment.AssessmentMother.MONDAY_TEN;
import static uk.kinbridge.assessment.assessment.AssessmentMother.begun;
import static uk.kinbridge.assessment.assessment.AssessmentMother.rules;
import static uk.kinbridge.assessment.assessment.AssessmentMother.typed;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.protocols.pack.AssessmentRule.Kind;

/** JWP-17, DOR-08: a child who gives care is asked about, and the young carer's referral starts from the assessment. */
class OwedReferralTest {

    private static final Caller MERLE = new Caller(
            "p-merle", "merle.cotton", "Merle Cotton", "dorset-adults-services", Set.of(), Set.of(Role.PRACTITIONER));

    private final Rules dorset = rules("dorset", Kind.ADULT_CARE);
    private final Assessment told = Standing.withWhatFollows(
                    Change.silent(typed(
                            begun("dorset", Kind.ADULT_CARE, MERLE),
                            "young-carers",
                            Map.of("child-gives-care", true, "what-the-child-does", "Cooks each evening."),
                            MERLE,
                            dorset)),
                    dorset,
                    MONDAY_TEN)
            .next();

    private Owed owed() {
        return told.owed().stream()
                .filter(one -> one.pathway().isPresent())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void goes_the_protocols_way_with_whom_it_is_about_and_the_workers_words_and_no_answer_of_the_form() {
        var ready = Protecting.owed(told, owed(), List.of("m-2"), "For her mother.", dorset, MERLE.agency())
                .orElseThrow();

        assertThat(ready.pathway()).isEqualTo("young-carer");
        assertThat(ready.recipient()).isEqualTo("dorset-childrens-services");
        assertThat(ready.family()).isEqualTo("f-1");
        assertThat(ready.about()).containsExactly("m-2");
        assertThat(ready.situation()).contains("child-gives-care");
        assertThat(ready.texts()).containsEntry("care-that-is-given", "For her mother.");
        assertThat(ready.toString()).doesNotContain("Cooks each evening.");
    }

    @Test
    void an_agency_from_which_nobody_takes_such_a_referral_begins_none() {
        assertThat(Protecting.owed(told, owed(), List.of("m-2"), "A", dorset, "dorset-childrens-services"))
                .isEmpty();
    }

    @Test
    void beginning_it_settles_nothing_only_the_referral_that_was_made_does() {
        assertThat(Beside.settle(told, owed().rule(), null, "Begun.", Actor.of(MERLE), MONDAY_TEN))
                .isInstanceOf(Ruling.Unknown.class);
        assertThat(Beside.settle(told, owed().rule(), "r-9", "Made.", Actor.of(MERLE), MONDAY_TEN))
                .isInstanceOf(Ruling.Done.class);
    }
}
