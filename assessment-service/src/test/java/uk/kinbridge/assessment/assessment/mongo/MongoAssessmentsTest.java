package uk.kinbridge.assessment.assessment.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.assessment.assessment.AssessmentMother.MONDAY_TEN;
import static uk.kinbridge.assessment.assessment.AssessmentMother.TREATMENT;
import static uk.kinbridge.assessment.assessment.AssessmentMother.begunAs;
import static uk.kinbridge.assessment.assessment.AssessmentMother.completed;
import static uk.kinbridge.assessment.assessment.AssessmentMother.parentalNeeds;
import static uk.kinbridge.assessment.assessment.AssessmentMother.typed;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.kinbridge.assessment.assessment.AssessmentMother;
import uk.kinbridge.assessment.assessment.Assessments;
import uk.kinbridge.assessment.assessment.Assessments.Of;
import uk.kinbridge.assessment.assessment.Assessments.Position;
import uk.kinbridge.assessment.assessment.Assessments.Query;
import uk.kinbridge.assessment.assessment.Assessments.Saved;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;

/** HAC-10, HAC-15: assessments are found again as they were, with every answer, on every database. */
@OnEachDatabase
class MongoAssessmentsTest {

    private final Assessments assessments;

    MongoAssessmentsTest(TestDatabase database) {
        this.assessments = Rig.assessments(Rig.template(database.client(), database.name()));
    }

    @Test
    void a_whole_assessment_is_found_as_it_was() {
        var whole = completed();

        assessments.add(Change.silent(whole), MONDAY_TEN);

        assertThat(assessments.find(whole.id()).orElseThrow().assessment()).isEqualTo(whole);
    }

    @Test
    void whatever_somebody_types_comes_back_exactly() {
        var begun = assessments.add(begunAs("odd"), MONDAY_TEN);
        var odd = typed(
                begun.assessment(),
                "caring",
                Map.of("no.such$question", List.of(new BigDecimal("12.50"), true, "12.50"), "who-cares", "a \"word\""),
                AssessmentMother.TOM,
                parentalNeeds());

        assertThat(assessments.save(1, Change.silent(odd), MONDAY_TEN)).isEqualTo(Saved.DONE);

        assertThat(assessments.find("odd").orElseThrow().assessment().answers()).isEqualTo(odd.answers());
    }

    @Test
    void a_message_has_its_effect_once_and_the_slower_save_is_told() {
        var begun = assessments.add(begunAs("once"), MONDAY_TEN);
        var change = Change
                .<uk.kinbridge.assessment.assessment.Assessment, uk.kinbridge.assessment.assessment.AssessmentEvent>
                        silent(begun.assessment());

        assertThat(assessments.saveOnce(1, change, MONDAY_TEN, "m-1")).isEqualTo(Saved.DONE);
        assertThat(assessments.saveOnce(2, change, MONDAY_TEN, "m-1")).isEqualTo(Saved.HANDLED_BEFORE);
        assertThat(assessments.save(1, change, MONDAY_TEN)).isEqualTo(Saved.STALE);
    }

    @Test
    void a_closed_one_leaves_the_lists_of_present_work_and_is_found_in_its_own_and_in_its_familys() {
        var closed = AssessmentMother.closedOf("f-closed");
        assessments.add(Change.silent(closed), MONDAY_TEN);

        assertThat(assessments.find(closed.id()).orElseThrow().assessment()).isEqualTo(closed);
        for (var of : List.of(Of.AGENCY, Of.MINE, Of.WITH_CHILDREN)) {
            assertThat(assessments.list(new Query(of, TREATMENT, AssessmentMother.TOM.subject(), null, null, 100)))
                    .as(of.name())
                    .noneMatch(row -> row.id().equals(closed.id()));
        }
        assertThat(assessments.list(new Query(Of.CLOSED, TREATMENT, null, null, null, 10)))
                .singleElement()
                .matches(row -> row.id().equals(closed.id()) && row.state().equals("CLOSED"));
        assertThat(assessments.list(new Query(Of.AGENCY, TREATMENT, null, "f-closed", null, 10)))
                .hasSize(1);
    }

    @Test
    void clients_with_children_are_listed_by_themselves_page_by_page() {
        for (int i = 0; i < 3; i++) {
            assessments.add(begunAs("page-" + i), MONDAY_TEN);
        }

        var first = assessments.list(new Query(Of.WITH_CHILDREN, TREATMENT, null, null, null, 2));
        var last = first.getLast();
        var second = assessments.list(
                new Query(Of.WITH_CHILDREN, TREATMENT, null, null, new Position(last.nextDueAt(), last.id()), 100));

        assertThat(first).hasSize(2).allMatch(Assessments.Row::withChildren);
        assertThat(second).isNotEmpty().doesNotContainAnyElementsOf(first);
        assertThat(assessments.list(new Query(Of.AGENCY, "another-agency", null, null, null, 10)))
                .isEmpty();
    }
}
