package uk.kinbridge.escalation.disagreement;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.ACHIEVE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.BRIDGE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.CARLTON;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.GARETH;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.JOEL;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.LORNA;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MAEVE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MONDAY_TEN;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.aDisagreement;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.caller;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.onLevel;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.salford;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.security.AccessDecision;

/** SAL-27, DOR-12: both sides see the same record; a third agency sees nothing; the raiser alone closes it. */
class DisagreementAccessTest {

    @Test
    void both_sides_read_it_and_a_third_agency_learns_nothing() {
        var d = aDisagreement(MONDAY_TEN);

        assertThat(DisagreementAccess.read(caller(JOEL), d).isGranted()).isTrue();
        assertThat(DisagreementAccess.read(caller(MAEVE), d).isGranted()).isTrue();
        assertThat(DisagreementAccess.read(caller(new Actor("p-x", "X", "salford-midwifery", List.of("manager"))), d))
                .isInstanceOf(AccessDecision.Concealed.class);
    }

    @Test
    void the_board_reads_by_name_from_level_three_on() {
        assertThat(DisagreementAccess.read(caller(GARETH), onLevel(2, MONDAY_TEN)))
                .isInstanceOf(AccessDecision.Concealed.class);
        assertThat(DisagreementAccess.read(caller(GARETH), onLevel(3, MONDAY_TEN))
                        .isGranted())
                .isTrue();
        assertThat(DisagreementAccess.speak(caller(GARETH), onLevel(3, MONDAY_TEN), salford()))
                .isInstanceOf(AccessDecision.Denied.class);
    }

    @Test
    void on_the_managers_level_the_managers_speak_and_the_raiser_keeps_a_voice() {
        var d = onLevel(2, MONDAY_TEN);

        assertThat(DisagreementAccess.speak(caller(LORNA), d, salford()).isGranted())
                .isTrue();
        assertThat(DisagreementAccess.speak(caller(CARLTON), d, salford()).isGranted())
                .isTrue();
        assertThat(DisagreementAccess.speak(caller(JOEL), d, salford()).isGranted())
                .isTrue();
        assertThat(DisagreementAccess.speak(caller(MAEVE), d, salford())).isInstanceOf(AccessDecision.Denied.class);
    }

    @Test
    void a_higher_role_may_always_step_in() {
        var senior = new Actor("p-piers", "Piers Ashdown", BRIDGE, List.of("senior-manager"));

        assertThat(DisagreementAccess.speak(caller(senior), aDisagreement(MONDAY_TEN), salford())
                        .isGranted())
                .isTrue();
    }

    @Test
    void only_the_person_who_raised_it_says_whether_it_is_resolved() {
        var d = aDisagreement(MONDAY_TEN);
        var colleague = new Actor("p-bryony", "Bryony Keats", ACHIEVE, List.of("practitioner"));

        assertThat(DisagreementAccess.judge(caller(JOEL), d, salford()).isGranted())
                .isTrue();
        for (var other : List.of(colleague, CARLTON, MAEVE, LORNA)) {
            assertThat(DisagreementAccess.judge(caller(other), d, salford()))
                    .as(other.name())
                    .isInstanceOf(AccessDecision.Denied.class);
        }
    }

    @Test
    void a_raiser_who_has_gone_over_to_the_other_side_leaves_their_voice_behind() {
        var moved = new Actor(JOEL.person(), JOEL.name(), BRIDGE, List.of("practitioner"));

        assertThat(DisagreementAccess.judge(caller(moved), aDisagreement(MONDAY_TEN), salford()))
                .isInstanceOf(AccessDecision.Denied.class);
    }

    @Test
    void the_roles_that_the_ladder_asks_may_ask_for_a_formal_review() {
        var senior = new Actor("p-s", "S", ACHIEVE, List.of("senior-manager"));
        var d = aDisagreement(MONDAY_TEN);

        assertThat(DisagreementAccess.inquire(caller(senior), d, "formal-review", salford())
                        .isGranted())
                .isTrue();
        assertThat(DisagreementAccess.reply(caller(GARETH), onLevel(3, MONDAY_TEN), salford())
                        .isGranted())
                .isTrue();
    }
}
