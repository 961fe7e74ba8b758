package uk.kinbridge.escalation.disagreement;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.BOARD;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.CARLTON;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.FILLED;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.JOEL;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MONDAY_TEN;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.done;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.onLevel;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.raised;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.salford;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.kinbridge.escalation.disagreement.DisagreementEvent.NoticeRequested;

/** HAC-17: whoever has somebody told sees whether it was received; a notice names on whose behalf it is sent. */
class SenderOfANoticeTest {

    @Test
    void what_a_person_does_is_told_on_their_behalf() {
        var change = done(onLevel(2, MONDAY_TEN).handOver(JOEL, CARLTON, "On leave", salford(), MONDAY_TEN));

        assertThat(toSides(change.events()))
                .isNotEmpty()
                .allSatisfy(notice -> assertThat(notice.sender()).isEqualTo(JOEL));
    }

    @Test
    void what_time_does_is_told_on_behalf_of_who_speaks_for_it() {
        var d = onLevel(2, MONDAY_TEN);

        var change = d.elapse(d.wakeAt().orElseThrow(), salford(), FILLED);

        assertThat(toSides(change.events()))
                .isNotEmpty()
                .allSatisfy(notice ->
                        assertThat(notice.sender()).isEqualTo(d.sides().speaker()));
    }

    @Test
    void who_may_not_read_by_name_who_disagrees_learns_it_from_no_notice_either() {
        var draft = new Draft(onLevel(2, MONDAY_TEN));
        var telling = Draft.Telling.of("any", "There is a disagreement", "SAL-27");
        draft.write(MONDAY_TEN, "any", "Something is done", JOEL, List.of("SAL-27"));
        draft.tell(telling, new DisagreementEvent.Addressee(BOARD, "board-analyst", null), MONDAY_TEN);

        assertThat(notices(draft.change().events()))
                .singleElement()
                .satisfies(notice -> assertThat(notice.sender()).isNull());

        draft.admit(BOARD);
        assertThat(notices(draft.change().events()))
                .as("once it may")
                .singleElement()
                .satisfies(notice -> assertThat(notice.sender()).isEqualTo(JOEL));
    }

    @Test
    void every_notice_names_the_protocol_under_which_it_is_sent() {
        assertThat(notices(raised("d-1", FILLED, MONDAY_TEN).events()))
                .isNotEmpty()
                .allSatisfy(notice -> assertThat(notice.protocol()).isEqualTo("salford"));
    }

    private static List<NoticeRequested> toSides(List<DisagreementEvent> events) {
        return notices(events)
                .filter(notice -> !notice.to().agency().equals(BOARD))
                .toList();
    }

    private static Stream<NoticeRequested> notices(List<DisagreementEvent> events) {
        return events.stream().filter(NoticeRequested.class::isInstance).map(NoticeRequested.class::cast);
    }
}
