package uk.kinbridge.assessment.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.assessment.assessment.AssessmentMother.MONDAY_TEN;
import static uk.kinbridge.assessment.assessment.AssessmentMother.TOM;
import static uk.kinbridge.assessment.assessment.AssessmentMother.aParentalNeedsAssessment;
import static uk.kinbridge.assessment.assessment.AssessmentMother.completed;
import static uk.kinbridge.assessment.assessment.AssessmentMother.done;
import static uk.kinbridge.assessment.assessment.AssessmentMother.family;
import static uk.kinbridge.assessment.assessment.AssessmentMother.parentalNeeds;
import static uk.kinbridge.assessment.assessment.AssessmentMother.typed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.kinbridge.assessment.assessment.Assessment.State;
import uk.kinbridge.assessment.assessment.AssessmentEvent.ClockBreached;
import uk.kinbridge.assessment.assessment.AssessmentEvent.NoticeRequested;

/** JWP-13, HAC-15, SAL-08: it is looked at again on its clock and on any change; harm does not wait for its end. */
class LiveDocumentTest {

    private final Rules rules = parentalNeeds();
    private final Actor tom = Actor.of(TOM);

    @Test
    void a_change_of_circumstances_opens_it_again_and_says_what_changed() {
        var changed = (Ruling.Done) Finishing.circumstancesChanged(
                completed(), List.of("A member was added"), family(), rules, MONDAY_TEN, MONDAY_TEN);
        var a = changed.change().next();

        assertThat(a.state()).isEqualTo(State.REOPENED);
        assertThat(a.reopened()).singleElement().asString().contains("A member was added");
        assertThat(a.running("review-after-change")).isPresent();
        assertThat(a.editions()).as("the version before stays").hasSize(1);
        assertThat(changed.change().events())
                .filteredOn(NoticeRequested.class::isInstance)
                .map(event -> ((NoticeRequested) event).obligation())
                .contains("JWP-13");
    }

    @Test
    void a_second_change_starts_no_second_clock() {
        var once = done(Finishing.circumstancesChanged(
                completed(), List.of("A member was added"), family(), rules, MONDAY_TEN, MONDAY_TEN));

        var twice = done(Finishing.circumstancesChanged(
                once, List.of("Recorded: household"), family(), rules, MONDAY_TEN, MONDAY_TEN));

        assertThat(twice.reopened()).hasSize(2);
        assertThat(twice.clocks())
                .filteredOn(clock -> clock.kind().equals("review-after-change"))
                .hasSize(1);
    }

    @Test
    void the_next_version_says_what_changed_in_words() {
        var open = done(Finishing.reopen(completed(), "Three months are over", tom, rules, MONDAY_TEN));
        var more = typed(open, "child-wellbeing-model", Map.of("parenting", List.of("supervision")), TOM, rules);
        var level = rules.picture(more).orElseThrow().level().id().value();
        var decided = done(Finishing.decideRisk(more, level, null, "It got worse.", tom, rules, MONDAY_TEN));

        var again = done(Finishing.complete(decided, tom, rules, MONDAY_TEN));

        assertThat(again.editions()).hasSize(2);
        assertThat(again.editions().getLast().changes())
                .anySatisfy(words ->
                        assertThat(words).contains("Was: Care is good enough").contains("left without somebody"));
        assertThat(again.running("review")).isPresent();
    }

    @Test
    void harm_starts_child_protection_at_once_and_the_assessment_goes_on() {
        var harmed = (Ruling.Done)
                Beside.harm(aParentalNeedsAssessment(), "Bruises.", List.of("m-2"), tom, rules, MONDAY_TEN);
        var a = harmed.change().next();

        assertThat(a.isOpen()).isTrue();
        assertThat(a.running("child-protection-referral")).isPresent();
        assertThat(harmed.change().events())
                .filteredOn(NoticeRequested.class::isInstance)
                .map(event -> ((NoticeRequested) event).urgency())
                .contains("immediate");
        var linked = done(Beside.harmReferred(a, 1, "r-9", tom, MONDAY_TEN));
        assertThat(linked.running("child-protection-referral")).isEmpty();
    }

    @Test
    void harm_that_nobody_referred_becomes_a_managers_concern() {
        var harmed = done(Beside.harm(aParentalNeedsAssessment(), "Bruises.", List.of("m-2"), tom, rules, MONDAY_TEN));

        var late = harmed.elapse(MONDAY_TEN.plus(Duration.ofHours(5)), rules);

        assertThat(late.events()).anyMatch(ClockBreached.class::isInstance);
        assertThat(late.events())
                .filteredOn(NoticeRequested.class::isInstance)
                .map(event -> ((NoticeRequested) event).to().role())
                .contains("manager", "safeguarding-lead");
    }

    @Test
    void the_prefilled_referral_takes_the_protocols_way_into_child_protection() {
        var harmed = done(Beside.harm(aParentalNeedsAssessment(), "Bruises.", List.of("m-2"), tom, rules, MONDAY_TEN));

        assertThat(Protecting.prefilled(harmed, harmed.harms().getFirst(), rules, TOM.agency()))
                .hasValueSatisfying(referral -> {
                    assertThat(referral.pathway()).isEqualTo("into-social-care");
                    assertThat(referral.recipient()).isEqualTo(AssessmentMother.SOCIAL_CARE);
                    assertThat(referral.situation()).contains("child-at-risk-of-significant-harm");
                });
    }
}
