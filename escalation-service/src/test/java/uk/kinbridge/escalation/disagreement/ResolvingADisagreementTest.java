package uk.kinbridge.escalation.disagreement;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.BOARD;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.BRIDGE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.CARLTON;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.FILLED;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.JOEL;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.LORNA;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MAEVE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MONDAY_TEN;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.aDisagreement;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.done;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.onLevel;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.proposed;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.role;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.salford;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.told;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.why;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.kinbridge.escalation.disagreement.DisagreementEvent.Closed;
import uk.kinbridge.escalation.disagreement.Proposal.Undertaking;
import uk.kinbridge.escalation.disagreement.Resolution.ChildSafety;
import uk.kinbridge.escalation.disagreement.Ruling.Why;

/** SAL-27, DOR-12: at the lowest level, with what was agreed; the one who raised it says so, and the child is safer. */
class ResolvingADisagreementTest {

    @Test
    void the_raiser_says_that_it_is_resolved_on_the_level_where_it_was() {
        var change = done(proposed(aDisagreement(MONDAY_TEN), MONDAY_TEN)
                .confirm(JOEL, ChildSafety.SAFER, "The visit took place.", salford(), MONDAY_TEN));

        var resolved = change.next();
        assertThat(resolved.isOpen()).isFalse();
        assertThat(resolved.clock()).isEmpty();
        assertThat(resolved.resolution()).isNotNull().satisfies(r -> {
            assertThat(r.level()).isEqualTo(1);
            assertThat(r.proposal().undertakings())
                    .extracting(Undertaking::agency)
                    .containsExactly(BRIDGE);
        });
        assertThat(change.events()).filteredOn(Closed.class::isInstance).hasSize(1);
        assertThat(change.events().toString())
                .as("people's words stay in the record")
                .doesNotContain("A visit");
    }

    @Test
    void a_proposal_goes_to_the_raiser_and_stops_no_clock() {
        var d = aDisagreement(MONDAY_TEN);
        var change = done(d.propose(
                LORNA,
                "A visit.",
                List.of(new Undertaking(BRIDGE, "Maeve Torrance", "Visit", MONDAY_TEN.plusSeconds(60))),
                MONDAY_TEN,
                salford(),
                FILLED));

        assertThat(told(change, "proposal-" + MONDAY_TEN.toEpochMilli()))
                .singleElement()
                .satisfies(to -> assertThat(to.person()).isEqualTo(JOEL.person()));
        assertThat(change.next().wakeAt()).isEqualTo(d.wakeAt());
    }

    @Test
    void nothing_can_be_confirmed_that_was_not_proposed() {
        assertThat(why(aDisagreement(MONDAY_TEN).confirm(JOEL, ChildSafety.SAFER, "Fine.", salford(), MONDAY_TEN)))
                .isEqualTo(Why.NOTHING_PROPOSED);
    }

    @Test
    void is_not_resolved_while_the_child_is_not_safer() {
        assertThat(why(proposed(aDisagreement(MONDAY_TEN), MONDAY_TEN)
                        .confirm(JOEL, ChildSafety.NOT_SAFER, "Tired of it.", salford(), MONDAY_TEN)))
                .isEqualTo(Why.CHILD_NOT_SAFER);
    }

    @Test
    void a_declined_proposal_leaves_the_level_and_its_clock_as_they_were() {
        var before = proposed(aDisagreement(MONDAY_TEN), MONDAY_TEN);
        var change = done(before.decline(JOEL, "That is no visit.", salford(), MONDAY_TEN));

        assertThat(change.next().proposal()).isNull();
        assertThat(change.next().stage()).isEqualTo(before.stage());
        assertThat(change.next().wakeAt()).isEqualTo(before.wakeAt());
        assertThat(told(change, "declined-" + MONDAY_TEN.toEpochMilli()))
                .singleElement()
                .satisfies(to -> assertThat(to.person()).isEqualTo(LORNA.person()));
    }

    @Test
    void an_undertaking_is_of_one_of_the_two_and_still_to_come() {
        var d = aDisagreement(MONDAY_TEN);

        assertThat(why(d.propose(
                        LORNA,
                        "A visit.",
                        List.of(new Undertaking("salford-midwifery", "Somebody", "Visit", MONDAY_TEN.plusSeconds(1))),
                        MONDAY_TEN,
                        salford(),
                        FILLED)))
                .isEqualTo(Why.UNDERTAKING_IMPOSSIBLE);
        assertThat(why(d.propose(
                        LORNA,
                        "A visit.",
                        List.of(new Undertaking(BRIDGE, "Somebody", "Visit", MONDAY_TEN.minusSeconds(1))),
                        MONDAY_TEN,
                        salford(),
                        FILLED)))
                .isEqualTo(Why.UNDERTAKING_IMPOSSIBLE);
    }

    @Test
    void everybody_who_was_told_of_it_hears_how_it_ended() {
        var change = done(proposed(onLevel(3, MONDAY_TEN), MONDAY_TEN)
                .confirm(JOEL, ChildSafety.SAFER, "Seen.", salford(), MONDAY_TEN));

        assertThat(told(change, "resolved"))
                .contains(role(BRIDGE, "practitioner"), role(BRIDGE, "manager"), role(BOARD, "board-analyst"));
    }

    @Test
    void once_resolved_it_stays_as_it_is() {
        var resolved = done(proposed(aDisagreement(MONDAY_TEN), MONDAY_TEN)
                        .confirm(JOEL, ChildSafety.SAFE_BEFORE_AND_NOW, "Seen.", salford(), MONDAY_TEN))
                .next();

        assertThat(why(resolved.discuss(MAEVE, "No.", null, false, MONDAY_TEN))).isEqualTo(Why.RESOLVED_ALREADY);
        assertThat(why(resolved.climb(CARLTON, "More.", salford(), FILLED, MONDAY_TEN)))
                .isEqualTo(Why.RESOLVED_ALREADY);
        assertThat(why(resolved.advise(CARLTON, salford(), FILLED, MONDAY_TEN))).isEqualTo(Why.RESOLVED_ALREADY);
        assertThat(why(resolved.confirm(JOEL, ChildSafety.SAFER, "Again.", salford(), MONDAY_TEN)))
                .isEqualTo(Why.RESOLVED_ALREADY);
        assertThat(resolved.elapse(MONDAY_TEN.plus(Duration.ofDays(99)), salford(), FILLED)
                        .next()
                        .steps())
                .isEqualTo(resolved.steps());
    }
}
