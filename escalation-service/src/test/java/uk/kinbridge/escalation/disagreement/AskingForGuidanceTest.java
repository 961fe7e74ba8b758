package uk.kinbridge.escalation.disagreement;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.ACHIEVE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.BOARD;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.CARLTON;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.FILLED;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.GARETH;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MONDAY_TEN;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.aDisagreement;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.done;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.resolved;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.role;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.rules;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.salford;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.told;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.why;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.kinbridge.escalation.disagreement.DisagreementEvent.NoticeRequested;
import uk.kinbridge.escalation.disagreement.Ruling.Why;
import uk.kinbridge.escalation.post.Holder;
import uk.kinbridge.escalation.post.Holders;
import uk.kinbridge.escalation.post.Posts;
import uk.kinbridge.protocols.pack.PersonRole;

/** SAL-27: guidance of the named link person, the board's representative informed, formal review on request. */
class AskingForGuidanceTest {

    @Test
    void the_partnership_is_asked_and_may_read_it_then() {
        var change = done(aDisagreement(MONDAY_TEN)
                .inquire(CARLTON, "formal-review", "Is this good practice?", salford(), FILLED, MONDAY_TEN));

        assertThat(told(change, "formal-review-1")).containsExactly(role(BOARD, "board-analyst"));
        assertThat(change.next().readers()).containsExactly(BOARD);
        assertThat(change.events().toString()).doesNotContain("Is this good practice?");
    }

    @Test
    void the_clock_goes_on_meanwhile() {
        var d = aDisagreement(MONDAY_TEN);

        assertThat(done(d.inquire(CARLTON, "link-person", "How do we go on?", salford(), FILLED, MONDAY_TEN))
                        .next()
                        .wakeAt())
                .isEqualTo(d.wakeAt());
    }

    @Test
    void an_answer_is_given_once_and_told_to_who_asked() {
        var asked = done(aDisagreement(MONDAY_TEN)
                        .inquire(CARLTON, "link-person", "How do we go on?", salford(), FILLED, MONDAY_TEN))
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
                        .inquire(CARLTON, "formal-review", "Please.", rules("hackney"), FILLED, MONDAY_TEN)))
                .isEqualTo(Why.NOT_OFFERED);
    }

    @Test
    void the_named_link_person_is_asked_and_the_boards_representative_informed() {
        var posts = new Posts() {
            @Override
            public Holders holding(String agency, PersonRole role, Instant at) {
                return FILLED.holding(agency, role, at);
            }

            @Override
            public Holders linkedTo(String agency, String other, Instant at) {
                return agency.equals(BOARD) && other.equals(ACHIEVE)
                        ? new Holders.Held(List.of(new Holder("p-link", "Link Person")))
                        : new Holders.Vacant();
            }
        };

        var change =
                done(aDisagreement(MONDAY_TEN).inquire(CARLTON, "link-person", "How?", salford(), posts, MONDAY_TEN));

        assertThat(told(change, "link-person-1"))
                .singleElement()
                .satisfies(to -> assertThat(to.person()).isEqualTo("p-link"));
        assertThat(told(change, "link-person-1-informed")).containsExactly(role(BOARD, "board-analyst"));
    }

    @Test
    void where_it_cannot_be_found_out_who_is_named_the_board_is_asked_and_that_stays_to_be_read() {
        var change =
                done(aDisagreement(MONDAY_TEN).inquire(CARLTON, "link-person", "How?", salford(), FILLED, MONDAY_TEN));

        assertThat(told(change, "link-person-1")).containsExactly(role(BOARD, "board-analyst"));
        assertThat(change.next().history())
                .filteredOn(happening -> happening.what().equals("link-person.not-found-out"))
                .hasSize(1);
    }

    @Test
    void a_question_must_have_been_seen_by_a_person_and_can_be_answered_after_the_end() {
        var asked = done(resolved(MONDAY_TEN)
                .inquire(CARLTON, "formal-review", "Was this good practice?", salford(), FILLED, MONDAY_TEN));

        assertThat(asked.events())
                .filteredOn(NoticeRequested.class::isInstance)
                .allSatisfy(
                        e -> assertThat(((NoticeRequested) e).acknowledgeBy()).isNotNull());
        assertThat(done(asked.next().reply(GARETH, 1, "It was not.", salford(), MONDAY_TEN))
                        .next()
                        .inquiries()
                        .getFirst()
                        .reply())
                .isNotNull();
    }
}
