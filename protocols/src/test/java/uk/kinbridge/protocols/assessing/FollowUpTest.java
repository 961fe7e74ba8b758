package uk.kinbridge.protocols.assessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.kinbridge.protocols.assessing.FollowUp.Assess;
import uk.kinbridge.protocols.assessing.FollowUp.Go;
import uk.kinbridge.protocols.pack.AssessmentRule.Kind;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Need;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.PathwayId;
import uk.kinbridge.protocols.pack.Route.Take;

/** What an assessment brings with it: HAC-07, SAL-08, SAL-22, SAL-26, DOR-05, DOR-08. */
class FollowUpTest {

    /** Under which protocol, what is so, which assessment is owed, by which clause. */
    @ParameterizedTest(name = "{0}, {1}: {2} ({3})")
    @CsvSource({
        "hackney, child-cared-for,            parental-needs, HAC-07",
        "hackney, child-in-regular-contact,   parental-needs, HAC-07",
        "hackney, pregnancy,                  parental-needs, HAC-07",
        "salford, domestic-abuse,             domestic-abuse, SAL-26",
        "salford, unborn-child-concern,       pre-birth,      SAL-22",
        "dorset,  child-gives-care,           young-carer,    DOR-08"
    })
    void an_assessment_is_owed(String pack, String fact, String kind, String obligation) {
        assertThat(FollowUp.owed(Filling.pack(pack), Set.of(fact(fact))))
                .filteredOn(owed -> owed.kind().word().equals(kind))
                .singleElement()
                .satisfies(owed -> {
                    assertThat(owed.obligations()).contains(new ObligationId(obligation));
                    assertThat(owed.words()).isNotBlank();
                });
        assertThat(FollowUp.owed(Filling.pack(pack), Set.of())).isEmpty();
    }

    @Test
    void every_hackney_client_with_children_in_any_way_gets_the_parental_needs_assessment() {
        var ways = EnumSet.of(Fact.CHILD_CARED_FOR, Fact.CHILD_IN_REGULAR_CONTACT, Fact.PREGNANCY);
        for (Fact fact : Fact.values()) {
            assertThat(FollowUp.owed(Filling.pack("hackney"), Set.of(fact)))
                    .extracting(Assess::kind)
                    .as(fact.word())
                    .isEqualTo(ways.contains(fact) ? List.of(Kind.PARENTAL_NEEDS) : List.of());
        }
    }

    @Test
    void significant_harm_at_any_point_starts_child_protection_whichever_form_is_open() {
        for (Kind kind : Kind.values()) {
            assertThat(FollowUp.of(Filling.pack("salford"), kind, Set.of(Fact.CHILD_AT_RISK_OF_SIGNIFICANT_HARM)))
                    .anySatisfy(next -> {
                        assertThat(next).isInstanceOf(Go.class);
                        assertThat(((Go) next).take()).isEqualTo(new Take.Discuss(Need.CHILD_PROTECTION));
                        assertThat(next.obligations()).containsExactly(new ObligationId("SAL-08"));
                    });
        }
    }

    @Test
    void a_child_who_gives_care_starts_the_young_carer_referral_from_the_adults_assessment() {
        var answers = Filling.of("dorset", Kind.ADULT_CARE).answer("child-gives-care", true);

        assertThat(FollowUp.of(
                        answers.pack(), Kind.ADULT_CARE, answers.interview().facts()))
                .extracting(FollowUp::getClass, next -> next.obligations().getFirst())
                .contains(tuple(Assess.class, new ObligationId("DOR-08")), tuple(Go.class, new ObligationId("DOR-08")));
        assertThat(FollowUp.of(
                        answers.pack(), Kind.ADULT_CARE, answers.interview().facts()))
                .anySatisfy(next -> assertThat(next instanceof Go go ? go.take() : null)
                        .isEqualTo(new Take.Refer(new PathwayId("young-carer"))));
    }

    @Test
    void a_parent_who_may_be_abused_brings_the_duty_team_and_a_joint_assessment() {
        var answers = Filling.of("dorset", Kind.ADULT_CARE).answer("may-be-abused", true);

        assertThat(FollowUp.of(
                        answers.pack(), Kind.ADULT_CARE, answers.interview().facts()))
                .filteredOn(next -> next.obligations().contains(new ObligationId("DOR-05")))
                .hasSize(2)
                .anySatisfy(next -> assertThat(next).isInstanceOf(FollowUp.Join.class));
    }

    private static Fact fact(String word) {
        return Arrays.stream(Fact.values())
                .filter(fact -> fact.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
