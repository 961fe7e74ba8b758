package uk.kinbridge.escalation.overdue;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.escalation.overdue.OverdueMother.BREACH;
import static uk.kinbridge.escalation.overdue.OverdueMother.SOCIAL_CARE;
import static uk.kinbridge.escalation.overdue.OverdueMother.TREATMENT;
import static uk.kinbridge.escalation.overdue.OverdueMother.managersTime;
import static uk.kinbridge.escalation.overdue.OverdueMother.overdue;
import static uk.kinbridge.escalation.overdue.OverdueMother.protocols;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.kinbridge.escalation.disagreement.Disagreements;
import uk.kinbridge.escalation.disagreement.HandleDisagreement;
import uk.kinbridge.escalation.disagreement.Happening;
import uk.kinbridge.escalation.disagreement.InMemoryDisagreements;
import uk.kinbridge.escalation.disagreement.PinnedRules;
import uk.kinbridge.escalation.disagreement.RaiseDisagreement;
import uk.kinbridge.escalation.disagreement.Resolution.ChildSafety;
import uk.kinbridge.escalation.disagreement.Subject;
import uk.kinbridge.escalation.post.Holders;
import uk.kinbridge.escalation.post.Posts;
import uk.kinbridge.escalation.record.Records;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.protocols.time.BankHolidays;

/** JWP-14: a silence becomes a disagreement in one step; the act that was missing ends the concern, not the dispute. */
class KeepingConcernsTest {

    private static final Posts POSTS = (_, _, _) -> new Holders.Unknown();
    private static final String ALCOHOL_TREATMENT = "hackney-alcohol-treatment";
    private static final RaiseSilence.Words NONE = new RaiseSilence.Words(null, null, List.of());

    private final Disagreements disagreements = new InMemoryDisagreements();
    private final OverdueConcerns concerns = new InMemoryConcerns();
    private final HandleDisagreement handle =
            new HandleDisagreement(disagreements, new PinnedRules(protocols(), BankHolidays::shipped), POSTS);
    private final KeepConcerns keep = new KeepConcerns(concerns, managersTime(), handle, () -> "N-1");
    private final RaiseSilence raise = new RaiseSilence(
            concerns,
            new RaiseDisagreement(
                    disagreements, protocols(), POSTS, _ -> Records.Sight.SEEN, BankHolidays::shipped, () -> "D-1"),
            disagreements,
            protocols());

    @Test
    void news_that_comes_twice_makes_one_concern() {
        keep.breached(overdue("r-1"), Set.of(), BREACH, "m-1");
        keep.breached(overdue("r-1"), Set.of(), BREACH, "m-1");

        assertThat(concerns.list(TREATMENT, true, null, 10)).hasSize(1);
    }

    @Test
    void the_act_may_be_told_before_the_breach() {
        keep.met(overdue("r-1"), BREACH.plusSeconds(60), BREACH, "m-2");
        keep.breached(overdue("r-1"), Set.of(), BREACH, "m-1");

        assertThat(concerns.list(TREATMENT, true, null, 10)).isEmpty();
        assertThat(concerns.find(overdue("r-1").concernId()))
                .get()
                .satisfies(held -> assertThat(held.concern().isOpen()).isFalse());
    }

    @Test
    void the_other_side_makes_a_disagreement_of_it_in_one_step_and_only_one() {
        keep.breached(overdue("r-1"), Set.of(), BREACH, "m-1");

        var first = raised(SOCIAL_CARE);
        var second = raised(SOCIAL_CARE);

        assertThat(second.disagreement().id()).isEqualTo(first.disagreement().id());
        assertThat(first.disagreement().matter().subject().kind()).isEqualTo(Subject.Kind.SILENCE);
        assertThat(first.disagreement().matter().clauses()).containsExactly("HAC-03");
        assertThat(first.disagreement().sides().answering().agency()).isEqualTo(TREATMENT);
    }

    @Test
    void who_owes_it_cannot_raise_it_and_a_third_agency_learns_nothing() {
        keep.breached(overdue("r-1"), Set.of(), BREACH, "m-1");

        assertThat(raise.raise(overdue("r-1").concernId(), NONE, worker(TREATMENT), BREACH))
                .isInstanceOf(RaiseSilence.Outcome.NotPermitted.class);
        assertThat(raise.raise(overdue("r-1").concernId(), NONE, worker("hackney-alcohol-treatment"), BREACH))
                .isInstanceOf(RaiseSilence.Outcome.NotPermitted.class);
    }

    @Test
    void what_has_been_done_meanwhile_is_no_silence_any_more() {
        keep.breached(overdue("r-1"), Set.of(), BREACH, "m-1");
        keep.met(overdue("r-1"), BREACH.plusSeconds(60), BREACH, "m-2");

        assertThat(raise.raise(overdue("r-1").concernId(), NONE, worker(SOCIAL_CARE), BREACH))
                .isInstanceOf(RaiseSilence.Outcome.DoneAlready.class);
    }

    @Test
    void when_it_is_done_the_disagreement_hears_of_it_once_and_stays_open() {
        keep.breached(overdue("r-1"), Set.of(), BREACH, "m-1");
        var d = raised(SOCIAL_CARE).disagreement();

        keep.met(overdue("r-1"), BREACH.plusSeconds(60), BREACH, "m-2");
        keep.met(overdue("r-1"), BREACH.plusSeconds(60), BREACH, "m-2");

        var now = disagreements.find(d.id()).orElseThrow().disagreement();
        assertThat(now.isOpen()).isTrue();
        assertThat(now.history()).extracting(Happening::what).containsOnlyOnce("overdue.done");
    }

    @Test
    void a_manager_of_the_agency_that_owes_it_answers() {
        keep.breached(overdue("r-1"), Set.of(), BREACH, "m-1");
        var id = overdue("r-1").concernId();
        var manager = new Caller("p-grace", "grace.mensah", "Grace Mensah", TREATMENT, Set.of(), Set.of(Role.MANAGER));

        assertThat(keep.answer(id, 1, worker(TREATMENT), "Today.", BREACH))
                .isInstanceOf(KeepConcerns.Outcome.NotPermitted.class);
        assertThat(keep.answer(id, 7, manager, "Today.", BREACH)).isInstanceOf(KeepConcerns.Outcome.Stale.class);
        assertThat(keep.answer(id, 1, manager, "Today.", BREACH)).isInstanceOf(KeepConcerns.Outcome.Done.class);
    }

    @Test
    void each_agency_on_the_other_side_raises_its_own_and_each_hears_when_it_is_done() {
        keep.breached(owedToTwo(), Set.of(), BREACH, "m-1");

        var first = raised(SOCIAL_CARE).disagreement();
        var second = raised(ALCOHOL_TREATMENT).disagreement();

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.sides().agencies()).containsExactly(ALCOHOL_TREATMENT, TREATMENT);
        var concern = concerns.find(owedToTwo().concernId()).orElseThrow().concern();
        assertThat(concern.disagreementsOf(SOCIAL_CARE)).containsExactly(first.id());
        assertThat(concern.disagreementsOf(ALCOHOL_TREATMENT)).containsExactly(second.id());
        assertThat(concern.disagreementsOf(TREATMENT)).containsExactly(first.id(), second.id());

        keep.met(owedToTwo(), BREACH.plusSeconds(60), BREACH, "m-2");
        for (var d : List.of(first, second)) {
            assertThat(disagreements.find(d.id()).orElseThrow().disagreement().history())
                    .extracting(Happening::what)
                    .containsOnlyOnce("overdue.done");
        }
    }

    @Test
    void while_the_silence_goes_on_one_that_was_resolved_is_followed_by_another() {
        keep.breached(overdue("r-1"), Set.of(), BREACH, "m-1");
        var first = resolved(raised(SOCIAL_CARE).disagreement().id());

        var second = raised(SOCIAL_CARE).disagreement();

        assertThat(second.id()).isNotEqualTo(first);
        assertThat(second.isOpen()).isTrue();
        assertThat(raised(SOCIAL_CARE).disagreement().id()).isEqualTo(second.id());
        assertThat(concerns.find(overdue("r-1").concernId())
                        .orElseThrow()
                        .concern()
                        .raisedBy(SOCIAL_CARE))
                .containsExactly(first, second.id());
    }

    /** Says for its own side that a disagreement is resolved. */
    private String resolved(String id) {
        var raiser = worker(SOCIAL_CARE);
        handle.propose(act(id, raiser), "It is promised.", List.of());
        handle.confirm(act(id, raiser), ChildSafety.SAFER, "Good.");
        assertThat(disagreements.find(id).orElseThrow().disagreement().isOpen()).isFalse();
        return id;
    }

    private HandleDisagreement.Act act(String id, Caller by) {
        return new HandleDisagreement.Act(
                id, disagreements.find(id).orElseThrow().version(), by, BREACH);
    }

    private static Overdue owedToTwo() {
        var one = overdue("r-1");
        return new Overdue(
                one.source(),
                one.clock(),
                one.words(),
                one.obligations(),
                one.owner(),
                List.of(SOCIAL_CARE, ALCOHOL_TREATMENT),
                one.startedAt(),
                one.dueAt(),
                one.breachedAt(),
                one.protocol());
    }

    private Disagreements.Held raised(String agency) {
        return ((RaiseSilence.Outcome.Raised) raise.raise(overdue("r-1").concernId(), NONE, worker(agency), BREACH))
                .held();
    }

    private static Caller worker(String agency) {
        return new Caller("p-" + agency, "somebody", "Some Body", agency, Set.of(), Set.of(Role.PRACTITIONER));
    }
}
