package uk.kinbridge.protocols.chasing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.kinbridge.protocols.chasing.ChasePlan.People;
import uk.kinbridge.protocols.chasing.ChasePlan.Step;
import uk.kinbridge.protocols.chasing.ChasePlan.Turn;
import uk.kinbridge.protocols.pack.Acknowledgement;
import uk.kinbridge.protocols.pack.Notice;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.pack.Pathway;
import uk.kinbridge.protocols.time.Jurisdiction;
import uk.kinbridge.protocols.time.Within;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** HAC-17: not acknowledged in the time that the pack gives: chased, then the next person, then the sender. */
class ChasePlanTest {

    private static final WorkingCalendar OFFICE = WorkingCalendar.office(Jurisdiction.ENGLAND_AND_WALES);

    /** A Friday, ten in the morning in London. */
    private static final Instant FRIDAY = Instant.parse("2026-06-12T09:00:00Z");

    private static final Acknowledgement A_DAY =
            new Acknowledgement(Within.parse("1 working day"), Within.parse("1 working day"), List.of());

    static Stream<Acknowledgement> everyRuleOfEveryPack() {
        return Packs.shipped().all().stream()
                .flatMap(ChasePlanTest::notices)
                .map(Notice::acknowledge)
                .filter(rule -> rule != null);
    }

    private static Stream<Notice> notices(Pack pack) {
        return Stream.concat(
                pack.notices().stream(),
                pack.pathways().stream().map(Pathway::notices).flatMap(List::stream));
    }

    @Test
    void each_has_its_turn_in_working_time_and_the_sender_comes_last() {
        var plan = plan(new People<>("lead", List.of("deputy", "manager"), "social worker"));

        assertThat(plan.acknowledgeBy()).isEqualTo("2026-06-15T16:00:00Z");
        assertThat(plan.steps())
                .containsExactly(
                        new Step<>(Instant.parse("2026-06-15T16:00:00Z"), Turn.RECIPIENT, null),
                        new Step<>(Instant.parse("2026-06-16T16:00:00Z"), Turn.NEXT, "deputy"),
                        new Step<>(Instant.parse("2026-06-17T16:00:00Z"), Turn.NEXT, "manager"),
                        new Step<>(Instant.parse("2026-06-18T16:00:00Z"), Turn.SENDER, "social worker"));
        assertThat(plan.every()).isEqualTo("1 working day");
    }

    @Test
    void nobody_is_told_of_their_own_silence_and_nobody_twice() {
        var plan = plan(new People<>("manager", List.of("manager", "head", "head"), "manager"));

        assertThat(plan.steps()).extracting(Step::turn).containsExactly(Turn.RECIPIENT, Turn.NEXT);
        assertThat(plan.steps().getLast().to()).isEqualTo("head");
    }

    @ParameterizedTest
    @MethodSource("everyRuleOfEveryPack")
    void whatever_a_pack_asks_ends_with_somebody_else_and_soon(Acknowledgement rule) {
        var plan = ChasePlan.of(rule, new People<>("lead", List.of("manager"), "sender"), FRIDAY, OFFICE);

        assertThat(plan.steps())
                .extracting(Step::at)
                .isSorted()
                .allSatisfy(at -> assertThat(at).isAfter(FRIDAY).isBefore(FRIDAY.plus(Duration.ofDays(30))));
        assertThat(plan.steps()).extracting(Step::turn).containsExactly(Turn.RECIPIENT, Turn.NEXT, Turn.SENDER);
    }

    private static ChasePlan<String> plan(People<String> people) {
        return ChasePlan.of(A_DAY, people, FRIDAY, OFFICE);
    }
}
