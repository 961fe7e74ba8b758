package uk.kinbridge.escalation.disagreement;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.ACHIEVE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.BRIDGE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.CARLTON;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.FILLED;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.JOEL;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.LORNA;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MONDAY_TEN;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.aDisagreement;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.caller;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.done;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.present;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.proposed;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.role;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.salford;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.told;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.kinbridge.escalation.disagreement.DisagreementEvent.Addressee;
import uk.kinbridge.escalation.disagreement.Disagreements.Held;
import uk.kinbridge.escalation.disagreement.HandleDisagreement.Act;
import uk.kinbridge.escalation.disagreement.HandleDisagreement.Outcome;
import uk.kinbridge.escalation.disagreement.Resolution.ChildSafety;
import uk.kinbridge.escalation.disagreement.Ruling.Why;
import uk.kinbridge.escalation.overdue.OverdueMother;
import uk.kinbridge.escalation.post.Holder;
import uk.kinbridge.escalation.post.Presence;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.protocols.time.BankHolidays;

/** DOR-12: the one who raised it may leave or fall ill; their voice stays on their side, and nothing is closed quietly. */
class HandingOverAVoiceTest {

    private static final Actor BRYONY = new Actor("p-bryony", "Bryony Keats", ACHIEVE, List.of("practitioner"));
    private static final Presence BRYONY_IS_THERE = there(BRYONY);

    private final Map<String, Presence> people = new HashMap<>(Map.of(BRYONY.person(), BRYONY_IS_THERE));
    private final Disagreements disagreements = new InMemoryDisagreements();
    private final HandleDisagreement handle = new HandleDisagreement(
            disagreements, new PinnedRules(OverdueMother.protocols(), BankHolidays::shipped), present(people));

    @BeforeEach
    void raised() {
        disagreements.add(Change.silent(aDisagreement(MONDAY_TEN)), MONDAY_TEN);
    }

    @Test
    void the_raiser_hands_it_to_a_colleague_who_then_judges_and_everybody_concerned_is_told() {
        var d = aDisagreement(MONDAY_TEN);
        var change = done(d.handOver(JOEL, BRYONY, "My last day.", salford(), MONDAY_TEN));
        var next = change.next();

        assertThat(DisagreementAccess.judge(caller(BRYONY), next, salford()).isGranted())
                .isTrue();
        assertThat(DisagreementAccess.judge(caller(JOEL), next, salford())).isInstanceOf(AccessDecision.Denied.class);
        assertThat(told(change, "voice-" + MONDAY_TEN.toEpochMilli()))
                .contains(
                        new Addressee(ACHIEVE, "practitioner", BRYONY.person()),
                        new Addressee(ACHIEVE, "practitioner", JOEL.person()),
                        role(BRIDGE, "practitioner"));
        assertThat(next.wakeAt()).as("the clock goes on").isEqualTo(d.wakeAt());
    }

    @Test
    void nobody_takes_it_from_a_raiser_who_is_there() {
        people.put(JOEL.person(), there(JOEL));

        assertThat(whyNot(handOver(CARLTON, BRYONY.person()))).isEqualTo(Why.RAISER_IS_THERE);
    }

    @Test
    void while_they_are_away_or_have_left_their_manager_hands_it_over() {
        people.put(JOEL.person(), new Presence.Away(null));

        assertThat(handOver(CARLTON, BRYONY.person()))
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(done.held()
                                        .disagreement()
                                        .sides()
                                        .speaker()
                                        .person())
                                .isEqualTo(BRYONY.person()));
    }

    @Test
    void the_raiser_takes_it_back() {
        people.put(JOEL.person(), new Presence.Gone());
        handOver(CARLTON, BRYONY.person());
        people.put(JOEL.person(), there(JOEL));

        assertThat(handOver(JOEL, JOEL.person())).isInstanceOfSatisfying(Outcome.Done.class, done -> {
            assertThat(done.held().disagreement().sides().voice()).isNull();
            assertThat(done.held().disagreement().sides().speaker().person()).isEqualTo(JOEL.person());
        });
    }

    @Test
    void without_the_directory_nobody_is_declared_gone() {
        people.put(JOEL.person(), new Presence.Unknown());

        assertThat(whyNot(handOver(CARLTON, BRYONY.person()))).isEqualTo(Why.DIRECTORY_SILENT);
    }

    @Test
    void it_goes_to_nobody_who_is_not_in_post_on_that_side() {
        assertThat(whyNot(handOver(JOEL, "p-nobody"))).isEqualTo(Why.NOT_IN_POST);
        people.put("p-admin", new Presence.There(new Holder("p-admin", "Admin"), List.of("agency-admin")));
        assertThat(whyNot(handOver(JOEL, "p-admin"))).isEqualTo(Why.NOT_IN_POST);
    }

    @Test
    void the_other_agency_and_a_colleague_without_that_charge_never_do() {
        people.put(JOEL.person(), new Presence.Gone());

        assertThat(handOver(LORNA, BRYONY.person())).isInstanceOf(Outcome.NotPermitted.class);
        assertThat(handOver(BRYONY, BRYONY.person())).isInstanceOf(Outcome.NotPermitted.class);
    }

    @Test
    void a_raiser_who_is_away_is_missed_on_every_level_by_their_own_side() {
        people.put(JOEL.person(), new Presence.Away(null));
        var change = aDisagreement(MONDAY_TEN).elapse(MONDAY_TEN.plus(Duration.ofDays(3)), salford(), present(people));

        assertThat(told(change, "level-2-voice"))
                .contains(role(ACHIEVE, "manager"), role(ACHIEVE, "safeguarding-lead"));
    }

    @Test
    void a_proposal_that_nobody_could_confirm_is_no_dead_end() {
        people.put(JOEL.person(), new Presence.Gone());

        assertThat(told(
                        done(aDisagreement(MONDAY_TEN)
                                .propose(LORNA, "A visit.", List.of(), MONDAY_TEN, salford(), present(people))),
                        "level-1-voice"))
                .contains(role(ACHIEVE, "manager"));
    }

    @Test
    void who_raised_it_hears_how_it_ended_when_somebody_spoke_for_them() {
        var handed = done(aDisagreement(MONDAY_TEN).handOver(JOEL, BRYONY, "Leave.", salford(), MONDAY_TEN))
                .next();

        assertThat(told(
                        done(proposed(handed, MONDAY_TEN)
                                .confirm(BRYONY, ChildSafety.SAFER, "Seen.", salford(), MONDAY_TEN)),
                        "resolved"))
                .contains(new Addressee(ACHIEVE, "practitioner", JOEL.person()));
        assertThat(FILLED.presence(ACHIEVE, JOEL.person(), MONDAY_TEN)).isInstanceOf(Presence.Unknown.class);
    }

    private Outcome handOver(Actor by, String toPerson) {
        Held held = disagreements.find("d-1").orElseThrow();
        return handle.handOver(new Act("d-1", held.version(), caller(by), MONDAY_TEN), toPerson, "They are not here.");
    }

    private static Why whyNot(Outcome outcome) {
        if (outcome instanceof Outcome.Against against) {
            return against.why();
        }
        throw new AssertionError(outcome);
    }

    private static Presence there(Actor actor) {
        return new Presence.There(new Holder(actor.person(), actor.name()), actor.roles());
    }
}
