package uk.kinbridge.protocols.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** SAL-11, HAC-22, FAP-16, DOR-09: what the shipped packs say and no feature carries out yet is named, entry by entry. */
class EffectTest {

    private static List<String> waiting(String pack) {
        return Effect.waiting(Packs.shipped().latest(new PackId(pack)).orElseThrow());
    }

    @Test
    void only_what_belongs_to_features_that_are_not_there_yet_waits() {
        assertThat(waiting("hackney"))
                .contains("notices/meeting-called waits for 'joint-work'")
                .doesNotContain("notices/change-in-the-situation waits for 'joint-work'")
                .noneMatch(entry -> entry.contains("lead-told-after-assessment"));
        assertThat(waiting("salford"))
                .filteredOn(entry -> entry.startsWith("notices/"))
                .containsExactlyInAnyOrder(
                        "notices/urgent-without-joint-plan waits for 'meetings'",
                        "notices/conference-called waits for 'meetings'",
                        "notices/case-closed waits for 'closure'",
                        "notices/incident-review waits for 'joint-work'");
        assertThat(waiting("dorset"))
                .contains("notices/type-of-work-changed waits for 'joint-work'")
                .noneMatch(entry -> entry.contains("circumstances-changed"));
        assertThat(waiting("family-approach")).contains("notices/progress-told waits for 'joint-work'");
    }

    @Test
    void every_other_notice_beside_the_pathways_has_somebody_who_tells() {
        for (var pack : Packs.shipped().all()) {
            assertThat(pack.notices())
                    .allSatisfy(
                            notice -> assertThat(Effect.waitsFor(notice.on()).isPresent()
                                            || Effect.knownWhenTold(notice.on()).isPresent())
                                    .as("%s %s", pack.pack(), notice.id())
                                    .isTrue());
        }
    }

    @Test
    void no_event_both_happens_and_waits() {
        for (var event : CaseEvent.values()) {
            assertThat(Effect.waitsFor(event).isPresent()
                            && Effect.knownWhenTold(event).isPresent())
                    .as(event.word())
                    .isFalse();
        }
    }
}
