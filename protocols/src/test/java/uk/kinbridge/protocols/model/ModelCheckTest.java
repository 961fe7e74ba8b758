package uk.kinbridge.protocols.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import uk.kinbridge.protocols.model.ModelCheck.Explored;
import uk.kinbridge.protocols.model.ModelCheck.Run;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.pack.Pathway;
import uk.kinbridge.protocols.pack.PathwayId;

class ModelCheckTest {

    @Test
    void no_run_of_any_shipped_pathway_ends_with_nobody() {
        for (Pack pack : Packs.shipped().all()) {
            assertThat(ModelCheck.of(pack)).as(pack.title()).allSatisfy(explored -> {
                assertThat(explored.runs()).isEmpty();
                assertThat(explored.standings()).isGreaterThan(5);
            });
        }
    }

    @Test
    void finds_a_wait_whose_clock_was_stopped_on_the_way() {
        Explored explored = explore("""
                  - {id: submitted, words: w, waits-for: {side: recipient, role: manager}, clock: answer, \
                on: {referral.redirected: elsewhere, referral.acknowledged: done}}
                  - {id: elsewhere, words: w, waits-for: {side: recipient, role: manager}, clock: answer, \
                on: {referral.redirection-declined: submitted, referral.withdrawn: done}}
                  - {id: done, words: w, end: yes, responsible: {side: recipient, role: manager}}
                """, "referral.acknowledged, referral.redirected, referral.withdrawn");

        assertThat(explored.runs())
                .extracting(Run::toString)
                .contains(
                        "In 'elsewhere' nobody is responsible. After: referral.submitted; referral.redirected.",
                        "In 'submitted' nobody is responsible. After: referral.submitted; referral.redirected;"
                                + " referral.redirection-declined.");
    }

    @Test
    void finds_an_end_with_nobody() {
        Explored explored = explore("""
                  - {id: submitted, words: w, waits-for: {side: recipient, role: manager}, clock: answer, \
                on: {referral.acknowledged: done}}
                  - {id: done, words: w, end: yes}
                """, "referral.acknowledged");

        assertThat(explored.runs())
                .extracting(Run::toString)
                .containsExactly("In 'done' nobody is responsible. After: referral.submitted; referral.acknowledged.");
    }

    @Test
    void finds_a_clock_that_outlives_its_pathway() {
        Explored explored = explore("""
                  - {id: submitted, words: w, waits-for: {side: recipient, role: manager}, clock: answer, \
                on: {referral.acknowledged: done, referral.withdrawn: done}}
                  - {id: done, words: w, end: yes, responsible: {side: recipient, role: manager}}
                """, "referral.acknowledged");

        assertThat(explored.runs())
                .extracting(Run::toString)
                .containsExactly("The pathway has ended in 'done', but the clock 'answer' still runs. After:"
                        + " referral.submitted; referral.withdrawn.");
    }

    @Test
    void finds_a_circle_without_an_end() {
        Explored explored = explore("""
                  - {id: submitted, words: w, waits-for: {side: recipient, role: manager}, clock: answer, \
                on: {referral.progressed: submitted}}
                """, "referral.acknowledged");

        assertThat(explored.runs())
                .extracting(Run::toString)
                .containsExactly("From 'submitted' no end can be reached. After: referral.submitted.");
    }

    private static Explored explore(String states, String stopsOn) {
        String pack = """
                pack: p
                version: 1
                title: t
                protocol: TST
                source: {title: t, publisher: p}
                areas: [a]
                jurisdiction: england-and-wales
                effective: {from: 2026-01-01}
                status: draft
                pathways:
                - id: way
                  title: t
                  from: [childrens-social-care]
                  to: {agency: treatment-provider, person: manager}
                  priority: routine
                  obligations: [TST-01]
                  clocks:
                  - {id: answer, words: w, starts-on: referral.submitted, stops-on: [%s], within: 1 working day, \
                basis: proposed, owner: {side: recipient, role: manager}, \
                on-breach: {tell: [{side: referrer, role: manager}]}, obligations: [TST-01]}
                  states:
                %s""".formatted(stopsOn, states);
        Pathway way = Packs.read("p.yaml", pack.getBytes(StandardCharsets.UTF_8))
                .pathway(new PathwayId("way"))
                .orElseThrow();
        return ModelCheck.of(way);
    }
}
