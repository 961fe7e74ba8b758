package uk.kinbridge.assessment.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.assessment.assessment.AssessmentMother.MONDAY_TEN;
import static uk.kinbridge.assessment.assessment.AssessmentMother.SADE;
import static uk.kinbridge.assessment.assessment.AssessmentMother.TOM;
import static uk.kinbridge.assessment.assessment.AssessmentMother.aParentalNeedsAssessment;
import static uk.kinbridge.assessment.assessment.AssessmentMother.answers;
import static uk.kinbridge.assessment.assessment.AssessmentMother.begun;
import static uk.kinbridge.assessment.assessment.AssessmentMother.done;
import static uk.kinbridge.assessment.assessment.AssessmentMother.parentalNeeds;
import static uk.kinbridge.assessment.assessment.AssessmentMother.rules;
import static uk.kinbridge.assessment.assessment.AssessmentMother.typed;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.kinbridge.protocols.assessing.Answers;
import uk.kinbridge.protocols.pack.AssessmentRule.Kind;

/** HAC-21, SAL-18: what is typed is kept, section by section, each with its owner and a version of its own. */
class WritingSectionsTest {

    private final Rules rules = parentalNeeds();
    private final Assessment begun = aParentalNeedsAssessment();

    @Test
    void two_people_who_write_in_different_sections_do_not_overwrite_one_another() {
        var tom = typed(begun, "caring", answers("caring"), TOM, rules);
        var both = done(Writing.save(
                tom, typed("parents-needs", 0, answers("parents-needs")), Actor.of(SADE), rules, MONDAY_TEN));

        assertThat(both.answers().typed()).containsKeys("who-cares", "support-needed");
        assertThat(both.part("caring").orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void a_section_that_somebody_else_saved_meanwhile_is_not_overwritten() {
        var first = typed(begun, "caring", answers("caring"), TOM, rules);

        var second = Writing.save(
                first, typed("caring", 0, Map.of("who-cares", "Nobody.")), Actor.of(TOM), rules, MONDAY_TEN);

        assertThat(second)
                .isInstanceOfSatisfying(
                        Ruling.SectionChanged.class,
                        changed -> assertThat(changed.version()).isEqualTo(1));
    }

    @Test
    void a_bad_answer_is_kept_and_gets_its_question_the_reason_and_the_obligation() {
        var bad = typed(begun, "child-wellbeing-model", Map.of("significant-harm", "perhaps"), TOM, rules);

        assertThat(bad.answers().typed()).containsEntry("significant-harm", "perhaps");
        assertThat(Writing.findings(
                        bad, new Answers(Map.of("significant-harm", "perhaps")), "child-wellbeing-model", rules))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.question()).hasToString("significant-harm");
                    assertThat(finding.reason()).contains("yes or no");
                    assertThat(Rules.ids(finding.obligations())).contains("HAC-12");
                });
    }

    @Test
    void what_is_left_out_stays_and_null_takes_an_answer_away() {
        var first = typed(begun, "caring", answers("caring"), TOM, rules);
        var without = new java.util.HashMap<String, @org.jspecify.annotations.Nullable Object>();
        without.put("storage", null);

        var second =
                done(Writing.save(first, new Writing.Typed("caring", 1, without), Actor.of(TOM), rules, MONDAY_TEN));

        assertThat(second.answers().typed()).containsKey("who-cares").doesNotContainKey("storage");
    }

    @Test
    void a_section_belongs_to_the_agency_that_began_it() {
        var toms = typed(begun, "caring", answers("caring"), TOM, rules);
        var section = rules.form().sections().stream()
                .filter(one -> one.id().value().equals("caring"))
                .findFirst()
                .orElseThrow();

        assertThat(rules.mayFill(section, begun, SADE)).isTrue();
        assertThat(rules.mayFill(section, toms, SADE)).isFalse();
        assertThat(rules.mayFill(section, toms, TOM)).isTrue();
    }

    @Test
    void a_test_result_alone_is_never_kept() {
        var test = begun("salford", Kind.SCREENING_TEST, TOM);
        var salford = rules("salford", Kind.SCREENING_TEST);

        var alone = typed(test, "result", Map.of("day-of-test", "2026-11-20", "result", "found"), TOM, salford);
        var account = typed(
                alone,
                "account-and-limits",
                Map.of(
                        "coordinators-account", "Does well, comes every week.",
                        "kind-of-test", "urine",
                        "limits", List.of("hours-or-days-only")),
                TOM,
                salford);
        var beside = typed(account, "result", Map.of("result", "found"), TOM, salford);

        assertThat(alone.answers().typed()).containsKey("day-of-test").doesNotContainKey("result");
        assertThat(beside.answers().typed()).containsEntry("result", "found");
    }

    @Test
    void a_test_result_goes_with_the_account_that_stood_beside_it() {
        var salford = rules("salford", Kind.SCREENING_TEST);
        var beside = typed(begun("salford", Kind.SCREENING_TEST, TOM), "account-and-limits", ACCOUNT, TOM, salford);
        var kept = typed(beside, "result", Map.of("day-of-test", "2026-03-02", "result", "found"), TOM, salford);
        var without = new java.util.HashMap<String, @org.jspecify.annotations.Nullable Object>();
        without.put("coordinators-account", null);

        var left = done(Writing.save(
                kept, new Writing.Typed("account-and-limits", 1, without), Actor.of(TOM), salford, MONDAY_TEN));

        assertThat(left.part("result").orElseThrow().answers().typed())
                .containsKey("day-of-test")
                .doesNotContainKey("result");
        assertThat(left.part("result").orElseThrow().version()).isEqualTo(2);
    }

    private static final Map<String, Object> ACCOUNT =
            Map.of("coordinators-account", "Does well, comes every week.", "limits", List.of("hours-or-days-only"));
}
