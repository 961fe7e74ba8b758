package uk.kinbridge.protocols.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.PackId;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.reading.Problem;
import uk.kinbridge.protocols.time.BankHolidays;

class TimelinePlayerTest {

    static List<Pack> localPacks() {
        return Packs.shipped().all().stream().filter(pack -> !pack.national()).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("localPacks")
    void every_local_pack_keeps_its_worked_timelines(Pack pack) {
        assertThat(TimelineFiles.shipped(pack))
                .as("timelines of " + pack.pack())
                .isPresent();
        assertThat(TimelineFiles.problems(pack)).isEmpty();
    }

    @Test
    void says_where_a_timeline_and_its_pack_disagree() {
        assertThat(problems("""
                pack: hackney
                version: 1
                timelines:
                  - title: Wrong throughout
                    pathway: into-treatment
                    referrer: hackney-childrens-social-care
                    recipient: hackney-midwifery
                    steps:
                      - at: 2026-06-10T10:00
                        event: referral.submitted
                        state: acknowledged
                        starts: {acknowledge: 2026-06-11T11:00}
                        missing: [assessment-paperwork]
                      - at: 2026-06-12T10:00
                        event: assessment.completed
                  - title: No such pathway
                    pathway: into-therapy
                    referrer: hackney-childrens-social-care
                    recipient: hackney-drug-treatment
                    steps: []
                """))
                .containsExactly(
                        "t.yaml:4: The pack has no agency 'hackney-midwifery'. (Wrong throughout)",
                        "t.yaml:9: starts: the timeline says {acknowledge=2026-06-11T11:00}, the pack"
                                + " {acknowledge=2026-06-11T10:00, invite-to-assessment=2026-06-17T17:00}. (Wrong"
                                + " throughout)",
                        "t.yaml:9: notices: the timeline says nothing, the pack referral-arrived. (Wrong throughout)",
                        "t.yaml:9: The referral stands at 'submitted', not at 'acknowledged'. (Wrong throughout)",
                        "t.yaml:9: missing: the timeline says assessment-paperwork, the pack assessment-paperwork,"
                                + " treatment-issue-outline. (Wrong throughout)",
                        "t.yaml:14: warned: the timeline says nothing, the pack acknowledge. (Wrong throughout)",
                        "t.yaml:14: breached: the timeline says nothing, the pack acknowledge. (Wrong throughout)",
                        "t.yaml:14: In 'submitted' this cannot happen: 'assessment.completed'. (Wrong throughout)",
                        "t.yaml:14: starts: the timeline says {}, the pack {share-outcome=2026-06-16T17:00}. (Wrong"
                                + " throughout)",
                        "t.yaml:14: notices: the timeline says nothing, the pack assessment-finished. (Wrong"
                                + " throughout)",
                        "t.yaml:16: The pack has no pathway 'into-therapy'. (No such pathway)");
    }

    private static List<String> problems(String yaml) {
        Pack hackney = Packs.shipped().latest(new PackId("hackney")).orElseThrow();
        return TimelinePlayer.play(TimelineFiles.read("t.yaml", yaml), hackney, BankHolidays.shipped()).stream()
                .map(Problem::toString)
                .toList();
    }
}
