package uk.kinbridge.escalation.disagreement;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.ACHIEVE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.BOARD;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.BRIDGE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.CARLTON;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.FILLED;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.JOEL;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MAEVE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MONDAY_TEN;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.done;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.proposed;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.raised;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.salford;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.kinbridge.escalation.disagreement.Disagreements.Held;
import uk.kinbridge.escalation.disagreement.Disagreements.Position;
import uk.kinbridge.escalation.disagreement.Disagreements.Query;
import uk.kinbridge.escalation.disagreement.Disagreements.Saved;
import uk.kinbridge.escalation.disagreement.Disagreements.Whose;
import uk.kinbridge.escalation.disagreement.Resolution.ChildSafety;
import uk.kinbridge.protocols.pack.Fact;

/** SAL-27: what every collection of disagreements keeps. */
public abstract class DisagreementsContract {

    protected abstract Disagreements disagreements();

    @Test
    void what_is_added_is_found_again_as_it_was() {
        var change = raised("whole", FILLED, MONDAY_TEN, Fact.IMMEDIATE_DANGER);
        disagreements().add(change, MONDAY_TEN);

        assertThat(disagreements().find("whole")).contains(new Held(change.next(), 1));
    }

    @Test
    void a_whole_life_is_found_again_as_it_was() {
        var d = disagreements()
                .add(raised("life", FILLED, MONDAY_TEN), MONDAY_TEN)
                .disagreement();
        long version = 1;
        var acts = List.of(
                done(d.discuss(MAEVE, "Seen.", "A note", false, MONDAY_TEN)),
                done(d.note(JOEL, "Ask again.", MONDAY_TEN)),
                done(d.inquire(CARLTON, "link-person", "How?", salford(), FILLED, MONDAY_TEN)),
                done(d.climb(JOEL, "No.", salford(), FILLED, MONDAY_TEN)),
                done(proposed(d, MONDAY_TEN).confirm(JOEL, ChildSafety.SAFER, "Yes.", salford(), MONDAY_TEN)));
        for (var act : acts) {
            assertThat(disagreements().save(version, act, MONDAY_TEN)).isEqualTo(Saved.DONE);
            version++;
            assertThat(disagreements().find("life")).contains(new Held(act.next(), version));
        }
    }

    @Test
    void adding_it_again_answers_with_what_is_there() {
        var first = disagreements().add(raised("twice", FILLED, MONDAY_TEN), MONDAY_TEN);

        assertThat(disagreements().add(raised("twice", FILLED, MONDAY_TEN.plusSeconds(1)), MONDAY_TEN))
                .isEqualTo(first);
    }

    @Test
    void news_of_the_same_message_counts_once() {
        var born = disagreements().add(raised("once", FILLED, MONDAY_TEN), MONDAY_TEN);
        var change = born.disagreement().received(MAEVE, MONDAY_TEN);

        assertThat(disagreements().saveOnce(1, change, MONDAY_TEN, "m-1")).isEqualTo(Saved.DONE);
        assertThat(disagreements().saveOnce(1, change, MONDAY_TEN, "m-1")).isEqualTo(Saved.HANDLED_BEFORE);
        assertThat(disagreements().saveOnce(1, change, MONDAY_TEN, "m-2")).isEqualTo(Saved.STALE);
    }

    @Test
    void lists_show_what_goes_further_first_page_by_page() {
        for (int i = 4; i >= 0; i--) {
            var at = MONDAY_TEN.plus(Duration.ofDays(7L * i));
            disagreements().add(raised("page-" + i, FILLED, at), at);
        }

        assertThat(ids(new Whose.OfAgency(BRIDGE), null, 2))
                .filteredOn(id -> id.startsWith("page-"))
                .containsExactly("page-0", "page-1", "page-2", "page-3", "page-4");
        assertThat(ids(new Whose.RaisedBy(JOEL.person()), null, 2)).contains("page-0");
        assertThat(ids(new Whose.OfAgency("salford-midwifery"), null, 2)).isEmpty();
    }

    @Test
    void what_is_owed_is_found_by_role_until_it_is_recorded() {
        var born = disagreements().add(raised("owed", FILLED, MONDAY_TEN), MONDAY_TEN);
        var ours = new Whose.OwedBy(BRIDGE, List.of("practitioner"), "p-somebody");

        assertThat(ids(ours, null, 50)).contains("owed");
        assertThat(ids(new Whose.OwedBy(BRIDGE, List.of("manager"), "p-m"), null, 50))
                .doesNotContain("owed");

        disagreements().save(1, done(born.disagreement().discuss(MAEVE, "Seen.", null, false, MONDAY_TEN)), MONDAY_TEN);
        assertThat(ids(ours, null, 50)).doesNotContain("owed");
        assertThat(ids(new Whose.OwedBy(ACHIEVE, List.of("practitioner"), "p-x"), null, 50))
                .contains("owed");
    }

    @Test
    void a_waiting_proposal_is_owed_by_the_raiser_in_person() {
        var born = disagreements().add(raised("proposal", FILLED, MONDAY_TEN), MONDAY_TEN);
        disagreements()
                .save(
                        1,
                        done(born.disagreement().propose(MAEVE, "A visit.", List.of(), MONDAY_TEN, salford(), FILLED)),
                        MONDAY_TEN);

        assertThat(ids(new Whose.OwedBy(ACHIEVE, List.of(), JOEL.person()), null, 50))
                .contains("proposal");
    }

    @Test
    void who_speaks_for_the_raiser_finds_it_and_so_does_the_raiser() {
        var born = disagreements().add(raised("voice", FILLED, MONDAY_TEN), MONDAY_TEN);
        disagreements()
                .save(
                        1,
                        done(born.disagreement().handOver(JOEL, CARLTON, "Leave.", salford(), MONDAY_TEN)),
                        MONDAY_TEN);

        assertThat(ids(new Whose.RaisedBy(CARLTON.person()), null, 50)).contains("voice");
        assertThat(ids(new Whose.RaisedBy(JOEL.person()), null, 50)).contains("voice");
        assertThat(disagreements()
                        .find("voice")
                        .orElseThrow()
                        .disagreement()
                        .sides()
                        .speaker())
                .isEqualTo(CARLTON);
    }

    @Test
    void open_ones_are_found_by_their_subject_and_resolved_ones_are_not() {
        var born = disagreements().add(raised("subject", FILLED, MONDAY_TEN), MONDAY_TEN);
        assertThat(ids(new Whose.OfAgency(BRIDGE), "r-1", 50)).contains("subject");
        assertThat(ids(new Whose.OfAgency(BRIDGE), "r-2", 50)).isEmpty();

        var resolved = done(proposed(born.disagreement(), MONDAY_TEN)
                .confirm(JOEL, ChildSafety.SAFER, "Yes.", salford(), MONDAY_TEN));
        disagreements().save(1, resolved, MONDAY_TEN);
        assertThat(ids(new Whose.OfAgency(BRIDGE), "r-1", 50)).doesNotContain("subject");
    }

    @Test
    void the_board_finds_what_it_was_told_of() {
        var born = disagreements().add(raised("board", FILLED, MONDAY_TEN), MONDAY_TEN);
        assertThat(ids(new Whose.ToldTo(BOARD), null, 50)).doesNotContain("board");

        disagreements()
                .save(
                        1,
                        done(born.disagreement()
                                .inquire(CARLTON, "link-person", "How?", salford(), FILLED, MONDAY_TEN)),
                        MONDAY_TEN);
        assertThat(ids(new Whose.ToldTo(BOARD), null, 50)).contains("board");
    }

    private List<String> ids(Whose whose, @Nullable String subject, int limit) {
        var ids = new ArrayList<String>();
        @Nullable Position after = null;
        List<Held> page;
        do {
            page = disagreements().list(new Query(whose, true, subject, after, limit));
            page.forEach(held -> ids.add(held.disagreement().id()));
            after = page.isEmpty() ? null : Position.of(page.getLast().disagreement());
        } while (page.size() == limit);
        return ids;
    }
}
