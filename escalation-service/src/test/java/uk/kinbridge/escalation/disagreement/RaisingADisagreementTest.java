package uk.kinbridge.escalation.disagreement;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.ACHIEVE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.BRIDGE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.FILLED;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MONDAY_TEN;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.present;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.raised;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.role;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.rules;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.sides;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.told;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.kinbridge.escalation.disagreement.DisagreementEvent.Addressee;
import uk.kinbridge.escalation.disagreement.DisagreementEvent.Opened;
import uk.kinbridge.escalation.post.Holder;
import uk.kinbridge.escalation.post.Posts;
import uk.kinbridge.escalation.post.Presence;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;

/** SAL-27, DOR-12, FAP-07, JWP-14, ENG-08: it begins on the first level, with a clock and people at both ends. */
class RaisingADisagreementTest {

    @Test
    void starts_with_the_practitioners_and_a_clock() {
        var d = raised("d-1", FILLED, MONDAY_TEN).next();

        assertThat(d.stage().level()).isEqualTo(1);
        assertThat(d.clock()).get().satisfies(clock -> {
            assertThat(clock.owner().agency()).isEqualTo(BRIDGE);
            assertThat(clock.owner().role()).isEqualTo("practitioner");
            assertThat(clock.dueAt()).isEqualTo(Instant.parse("2026-11-25T17:00:00Z"));
            assertThat(clock.obligations()).containsExactly("SAL-27");
        });
    }

    @Test
    void the_other_side_is_told_and_has_to_confirm_it() {
        var change = raised("d-1", FILLED, MONDAY_TEN);

        assertThat(told(change, "level-1-answering")).containsExactly(role(BRIDGE, "practitioner"));
        assertThat(told(change, "level-1-raising")).as("who raised it knows").isEmpty();
    }

    @Test
    void a_named_counterpart_who_is_there_is_told_in_person() {
        var there = new Presence.There(new Holder("p-maeve", "Maeve Torrance"), List.of("practitioner"));
        var change = raisedTo(present(Map.of("p-maeve", there)));

        assertThat(told(change, "level-1-answering")).containsExactly(new Addressee(BRIDGE, "practitioner", "p-maeve"));
    }

    @Test
    void where_the_named_counterpart_is_away_or_nobody_knows_the_role_hears_of_it_too() {
        var person = new Addressee(BRIDGE, "practitioner", "p-maeve");
        for (var presence : List.of(new Presence.Away(null), new Presence.Unknown())) {
            assertThat(told(raisedTo(present(Map.of("p-maeve", presence))), "level-1-answering"))
                    .as(presence.toString())
                    .containsExactly(person, role(BRIDGE, "practitioner"));
        }
    }

    private static Change<Disagreement, DisagreementEvent> raisedTo(Posts posts) {
        var rules = rules("salford");
        return Disagreement.raised(
                "d-1",
                "D-1",
                "salford",
                DisagreementMother.matter(rules, MONDAY_TEN),
                Sides.raisedBy(sides().raisedBy(), sides().raising(), sides().answering(), "p-maeve"),
                rules,
                posts,
                MONDAY_TEN);
    }

    @Test
    void what_people_typed_as_a_reference_goes_into_no_notice() {
        var typed = new Subject(Subject.Kind.PLAN, null, "Wren's plan", null);
        var change = Disagreement.raised(
                "d-1",
                "D-1",
                "salford",
                new Matter(typed, "A.", "B.", List.of(), List.of(), null),
                sides(),
                rules("salford"),
                FILLED,
                MONDAY_TEN);

        assertThat(typed.plainReference()).doesNotContain("Wren");
        assertThat(change.events())
                .filteredOn(DisagreementEvent.NoticeRequested.class::isInstance)
                .noneMatch(event -> event.toString().contains("Wren"));
    }

    @Test
    void everybody_hears_that_nothing_may_lapse() {
        assertThat(raised("d-1", FILLED, MONDAY_TEN).events())
                .filteredOn(Opened.class::isInstance)
                .singleElement()
                .satisfies(event -> assertThat(((Opened) event).agencies()).containsExactly(ACHIEVE, BRIDGE));
    }

    @Test
    void a_manager_is_told_where_the_first_level_names_one() {
        var rules = rules("joint-working");
        var change = Disagreement.raised(
                "d-1",
                "D-1",
                "southampton",
                DisagreementMother.matter(rules, MONDAY_TEN),
                Sides.raisedBy(
                        new Actor("p", "P", "southampton-adults-services", List.of("practitioner")),
                        new Party("southampton-adults-services", "Adults"),
                        new Party("southampton-childrens-services", "Children"),
                        null),
                rules,
                FILLED,
                MONDAY_TEN);

        assertThat(told(change, "level-1-raising")).contains(role("southampton-adults-services", "manager"));
    }

    /** Every area has its ladder: its own, or the general one of England. */
    @ParameterizedTest
    @CsvSource({
        "salford, 4, SAL-27",
        "hackney, 4, ENG-08",
        "dorset, 3, DOR-12",
        "family-approach, 4, FAP-07",
        "joint-working, 2, JWP-14"
    })
    void every_pack_has_its_ladder(String pack, int rungs, String obligation) {
        assertThat(rules(pack).top()).isEqualTo(rungs);
        assertThat(rules(pack).obligations()).contains(obligation);
        assertThat(rules(pack).callFirst())
                .get()
                .satisfies(
                        call -> assertThat(call.telephones().getFirst().value()).isEqualTo("999"));
    }

    @Test
    void explains_how_its_time_was_computed() {
        assertThat(raised("d-1", FILLED, MONDAY_TEN).next().clocks())
                .extracting(Clock::explanation)
                .allSatisfy(words -> assertThat(words).isNotBlank());
    }
}
