package uk.kinbridge.escalation.disagreement;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.BOARD;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.CARLTON;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.GARETH;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MONDAY_TEN;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.aDisagreement;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.done;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.role;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.rules;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.salford;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.told;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.why;

import org.junit.jupiter.api.Test;
import uk.kinbridge.escalation.disagreement.Ruling.Why;

/** SAL-27: guidance of the named link person, the board's representative informed, formal review on request. */
class AskingForGuidanceTest {

    @Test
    void the_partnership_is_asked_and_may_read_it_then() {
        var change = done(aDisagreement(MONDAY_TEN)
                .inquire(CARLTON, "formal-review", "Is this good practice?", salford(), MONDAY_TEN));

        assertThat(told(change, "formal-review-1")).containsExactly(role(BOARD, "board-analyst"));
        assertThat(change.next().readers()).containsExactly(BOARD);
        assertThat(change.events().toString()).doesNotContain("Is this good practice?");
    }

    @Test
    void the_clock_goes_on_meanwhile() {
        var d = aDisagreement(MONDAY_TEN);

        assertThat(done(d.inquire(CARLTON, "link-person", "How do we go on?", salford(), MONDAY_TEN))
                        .next()
                        .wakeAt())
                .isEqualTo(d.wakeAt());
    }

    @Test
    void an_answer_is_given_once_and_told_to_who_asked() {
        var asked = done(aDisagreement(MONDAY_TEN)
                        .inquire(CARLTON, "link-person", "How do we go on?", salford(), MONDAY_TEN))
                .next();
        var answered = done(asked.reply(GARETH, 1, "Meet today.", salford(), MONDAY_TEN));

        assertThat(answered.next().inquiries().getFirst().reply()).isNotNull();
        assertThat(told(answered, "link-person-answered-1"))
                .singleElement()
                .satisfies(to -> assertThat(to.person()).isEqualTo(CARLTON.person()));
        assertThat(why(answered.next().reply(GARETH, 1, "Again.", salford(), MONDAY_TEN)))
                .isEqualTo(Why.NOTHING_TO_ANSWER);
    }

    @Test
    void what_a_ladder_does_not_offer_cannot_be_asked_for() {
        assertThat(why(aDisagreement(MONDAY_TEN)
                        .inquire(CARLTON, "formal-review", "Please.", rules("hackney"), MONDAY_TEN)))
                .isEqualTo(Why.NOT_OFFERED);
    }
}
