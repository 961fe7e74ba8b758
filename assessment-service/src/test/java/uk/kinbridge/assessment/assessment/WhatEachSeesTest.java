package uk.kinbridge.assessment.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.assessment.assessment.AssessmentMother.SADE;
import static uk.kinbridge.assessment.assessment.AssessmentMother.SOCIAL_CARE;
import static uk.kinbridge.assessment.assessment.AssessmentMother.TOM;
import static uk.kinbridge.assessment.assessment.AssessmentMother.TREATMENT;
import static uk.kinbridge.assessment.assessment.AssessmentMother.aParentalNeedsAssessment;
import static uk.kinbridge.assessment.assessment.AssessmentMother.answered;
import static uk.kinbridge.assessment.assessment.AssessmentMother.parentalNeeds;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.kinbridge.assessment.assessment.FamilyRecords.Let;
import uk.kinbridge.assessment.assessment.FamilyRecords.Seen;
import uk.kinbridge.assessment.assessment.FamilyRecords.Sharing;
import uk.kinbridge.protocols.sharing.FieldGroup;

/** JWP-03, SAL-16: each sees of the other's part what the decision on sharing allows. */
class WhatEachSeesTest {

    private final Rules rules = parentalNeeds();
    private final Assessment whole = answered(aParentalNeedsAssessment(), rules, TOM);

    private Shown to(uk.kinbridge.platform.security.Caller caller, Sharing sharing) {
        return Shown.of(whole, whole.parts(), caller, sharing, rules);
    }

    @Test
    void ones_own_part_is_seen_whole() {
        assertThat(to(TOM, new Sharing.Unreachable()).outlined()).isEmpty();
    }

    @Test
    void without_a_decision_only_that_there_is_a_section() {
        var shown = to(SADE, new Sharing.Decided(List.of()));

        assertThat(shown.parts()).hasSameSizeAs(whole.parts());
        assertThat(shown.parts()).allMatch(part -> part.answers().isEmpty());
        assertThat(shown.why()).isEqualTo(Shown.NOT_DECIDED);
    }

    @Test
    void while_decisions_cannot_be_asked_the_minimum_and_it_says_so() {
        assertThat(to(SADE, new Sharing.Unreachable()).why()).isEqualTo(Shown.UNREACHABLE);
    }

    @Test
    void of_each_person_only_what_was_let_through() {
        var parent = new Let(TREATMENT, SOCIAL_CARE, "m-1", Set.of(FieldGroup.ASSESSMENT));
        var child = new Let(TREATMENT, SOCIAL_CARE, "m-2", Set.of(FieldGroup.ASSESSMENT));

        var parentOnly = to(SADE, new Sharing.Decided(List.of(parent)));
        var both = to(SADE, new Sharing.Decided(List.of(parent, child)));

        assertThat(answersOf(parentOnly)).contains("who-cares").doesNotContain("childs-voice");
        assertThat(answersOf(both)).contains("who-cares", "childs-voice");
        assertThat(both.why()).isEmpty();
    }

    @Test
    void a_decision_that_leaves_assessments_out_shows_none() {
        var concern = new Let(TREATMENT, SOCIAL_CARE, "m-1", Set.of(FieldGroup.CONCERN));

        assertThat(answersOf(to(SADE, new Sharing.Decided(List.of(concern))))).isEmpty();
    }

    @Test
    void while_the_familys_record_is_silent_its_last_good_answer_counts() {
        assertThat(AssessmentAccess.read(SADE, whole, new Seen.Unreachable()).isGranted())
                .isTrue();
        assertThat(AssessmentAccess.read(SADE, whole, new Seen.NotForYou()).isGranted())
                .isFalse();
        assertThat(AssessmentAccess.read(TOM, whole, new Seen.NotForYou()).isGranted())
                .as("one's own work stays one's own")
                .isTrue();
    }

    private static List<String> answersOf(Shown shown) {
        return shown.parts().stream()
                .flatMap(part -> part.answers().typed().keySet().stream())
                .toList();
    }
}
