package uk.kinbridge.assessment.assessment.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.assessment.assessment.AssessmentMother.MONDAY_TEN;
import static uk.kinbridge.assessment.assessment.AssessmentMother.SADE;
import static uk.kinbridge.assessment.assessment.AssessmentMother.SOCIAL_CARE;
import static uk.kinbridge.assessment.assessment.AssessmentMother.TOM;
import static uk.kinbridge.assessment.assessment.AssessmentMother.TREATMENT;
import static uk.kinbridge.assessment.assessment.AssessmentMother.completed;
import static uk.kinbridge.assessment.assessment.AssessmentMother.family;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import uk.kinbridge.assessment.assessment.Assessments;
import uk.kinbridge.assessment.assessment.BeginAssessment;
import uk.kinbridge.assessment.assessment.FamilyRecords;
import uk.kinbridge.assessment.assessment.Finishing;
import uk.kinbridge.assessment.assessment.HandleAssessment;
import uk.kinbridge.assessment.assessment.HandleAssessment.Act;
import uk.kinbridge.assessment.assessment.HandleAssessment.Outcome;
import uk.kinbridge.assessment.assessment.Ruling;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;
import uk.kinbridge.protocols.heldopen.OpenDisagreements;
import uk.kinbridge.protocols.heldopen.OpenDisagreements.Open;
import uk.kinbridge.protocols.heldopen.mongo.OpenDisagreementsConfiguration;

/** SAL-27, ENG-08: while two agencies disagree about an assessment, no outcome ends the work and nobody closes it. */
@OnEachDatabase
class EndingWhileAgenciesDisagreeTest {

    private final MongoTemplate mongo;
    private final Assessments assessments;
    private final OpenDisagreements disagreements;
    private final HandleAssessment handle;
    private final String id = completed().id();

    EndingWhileAgenciesDisagreeTest(TestDatabase database) {
        this.mongo = Rig.template(database.client(), database.name());
        this.assessments = Rig.assessments(mongo);
        this.disagreements = new OpenDisagreementsConfiguration().openDisagreements(mongo);
        var families = new FamilyRecords() {
            @Override
            public Seen see(String family, String person, @Nullable String referral, Instant now) {
                return new Seen.Known(family());
            }

            @Override
            public Sharing shared(String family) {
                return new Sharing.Decided(List.of());
            }
        };
        var rules = Rig.rules();
        var begin = new BeginAssessment(assessments, families, rules, () -> "A-2222-2222");
        this.handle = new HandleAssessment(assessments, families, rules, begin, disagreements);
    }

    @BeforeEach
    void a_completed_assessment() {
        assessments.add(Change.silent(completed()), MONDAY_TEN);
    }

    @AfterEach
    void empty() {
        mongo.getCollectionNames().forEach(collection -> mongo.remove(new Query(), collection));
    }

    @Test
    void nothing_further_cannot_be_the_outcome_and_the_answer_names_the_disagreement() {
        disagree(TREATMENT, SOCIAL_CARE);

        assertThat(share(false))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.ruling()).isInstanceOfSatisfying(Ruling.HeldOpen.class, held -> {
                            assertThat(held.by()).extracting(Open::reference).containsExactly("D-1");
                            assertThat(held.obligations()).isNotEmpty();
                        }));
        assertThat(assessments.find(id).orElseThrow().assessment().outcomes()).isEmpty();
    }

    @Test
    void both_who_disagree_are_told_so_where_they_read_it() {
        disagree(TREATMENT, SOCIAL_CARE);

        assertThat(List.of(TOM, SADE))
                .allSatisfy(reader -> assertThat(handle.read(id, reader, MONDAY_TEN)
                                .orElseThrow()
                                .holding())
                        .extracting(Open::reference)
                        .containsExactly("D-1"));
    }

    @Test
    void an_outcome_by_which_the_work_goes_on_is_told() {
        disagree(TREATMENT, SOCIAL_CARE);

        assertThat(share(true)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void resolved_lets_it_end() {
        disagree(TREATMENT, SOCIAL_CARE);
        disagreements.closed("d-1");

        assertThat(share(false)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void it_is_not_closed_and_once_they_agree_it_is() {
        disagree(TREATMENT, SOCIAL_CARE);

        assertThat(handle.close(new Act(id, 1L, TOM, MONDAY_TEN), "Done."))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.ruling()).isInstanceOf(Ruling.HeldOpen.class));
        assertThat(assessments.find(id).orElseThrow().assessment().closed()).isNull();

        disagreements.closed("d-1");
        assertThat(handle.close(new Act(id, 1L, TOM, MONDAY_TEN), "Done.")).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void agencies_that_have_nothing_to_do_with_it_hold_nothing_open() {
        disagree("hackney-alcohol-treatment", SOCIAL_CARE);

        assertThat(share(false)).isInstanceOf(Outcome.Done.class);
    }

    private Outcome share(boolean goesOn) {
        var outcome = new Finishing.Outcome(
                SOCIAL_CARE, "Care is good enough.", "Weekends", "Low", goesOn, "The grandmother helps.");
        return handle.share(new Act(id, 1L, TOM, MONDAY_TEN), outcome);
    }

    private void disagree(String one, String other) {
        disagreements.opened(new Open("d-1", "D-1", "/api/disagreements/d-1", id, List.of(one, other)));
    }
}
