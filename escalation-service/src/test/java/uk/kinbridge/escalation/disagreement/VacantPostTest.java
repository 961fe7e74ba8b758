package uk.kinbridge.escalation.disagreement;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.BOARD;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.BRIDGE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.JOEL;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MONDAY_TEN;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.UNKNOWN;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.aDisagreement;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.done;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.onLevel;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.role;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.salford;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.told;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.vacant;

import org.junit.jupiter.api.Test;
import uk.kinbridge.escalation.post.Posts;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.protocols.pack.PersonRole;

/** SAL-27: no counterpart in post is no reason to wait: the next in line, and the gap is reported. */
class VacantPostTest {

    @Test
    void the_next_in_line_stands_in_and_the_agency_hears_of_the_gap() {
        var change = toLevelTwo(vacant(BRIDGE, PersonRole.MANAGER));

        assertThat(told(change, "level-2-answering"))
                .containsExactlyInAnyOrder(role(BRIDGE, "named-professional"), role(BRIDGE, "safeguarding-lead"));
        assertThat(told(change, "level-2-vacant-" + BRIDGE)).containsExactly(role(BRIDGE, "agency-admin"));
        assertThat(change.next().steps().getLast().answering().vacant()).isEqualTo("manager");
    }

    @Test
    void one_of_several_roles_of_a_level_is_enough() {
        var managers = onLevel(2, MONDAY_TEN);
        var posts = vacant(BRIDGE, PersonRole.NAMED_PROFESSIONAL);
        var change = done(done(managers.advise(JOEL, salford(), posts, MONDAY_TEN))
                .next()
                .climb(JOEL, "No.", salford(), posts, MONDAY_TEN));

        assertThat(told(change, "level-3-answering")).containsExactly(role(BRIDGE, "safeguarding-lead"));
        assertThat(change.next().steps().getLast().answering().vacant()).isNull();
    }

    @Test
    void without_anybody_above_it_goes_to_somebody_below_rather_than_to_nobody() {
        var posts = vacant(
                BRIDGE,
                PersonRole.MANAGER,
                PersonRole.NAMED_PROFESSIONAL,
                PersonRole.SAFEGUARDING_LEAD,
                PersonRole.SENIOR_MANAGER);

        assertThat(told(toLevelTwo(posts), "level-2-answering")).containsExactly(role(BRIDGE, "practitioner"));
    }

    @Test
    void where_nobody_is_left_the_partnership_is_told() {
        var posts = vacant(
                BRIDGE,
                PersonRole.PRACTITIONER,
                PersonRole.MANAGER,
                PersonRole.NAMED_PROFESSIONAL,
                PersonRole.SAFEGUARDING_LEAD,
                PersonRole.SENIOR_MANAGER);
        var change = toLevelTwo(posts);

        assertThat(told(change, "level-2-vacant-" + BRIDGE))
                .containsExactly(role(BRIDGE, "agency-admin"), role(BOARD, "board-analyst"));
        assertThat(change.next().readers()).containsExactly(BOARD);
        assertThat(told(change, "level-2-answering")).containsExactly(role(BRIDGE, "manager"));
    }

    @Test
    void while_the_directory_is_down_the_role_is_addressed_without_a_name() {
        var change = toLevelTwo(UNKNOWN);

        assertThat(told(change, "level-2-answering")).containsExactly(role(BRIDGE, "manager"));
        assertThat(change.next().steps().getLast().answering().people()).isEmpty();
        assertThat(change.next().steps().getLast().answering().vacant()).isNull();
    }

    private static Change<Disagreement, DisagreementEvent> toLevelTwo(Posts posts) {
        return done(aDisagreement(MONDAY_TEN).climb(JOEL, "No.", salford(), posts, MONDAY_TEN));
    }
}
