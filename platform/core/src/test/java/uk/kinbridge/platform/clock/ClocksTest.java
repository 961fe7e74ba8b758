package uk.kinbridge.platform.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.clock.Clocks.Elapsed;

class ClocksTest {

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant WARN = START.plus(Duration.ofHours(20));
    private static final Instant DUE = START.plus(Duration.ofHours(24));

    @Test
    void wakes_for_the_warning_then_for_the_due_time_then_no_more() {
        var clocks = Clocks.none().with(clock("a", WARN, DUE));

        assertThat(clocks.wakeAt()).contains(WARN);
        var warned = clocks.elapse(WARN).clocks();
        assertThat(warned.wakeAt()).contains(DUE);
        assertThat(warned.elapse(DUE).clocks().wakeAt()).isEmpty();
    }

    @Test
    void a_met_clock_wakes_nobody() {
        assertThat(Clocks.none().with(clock("a", WARN, DUE)).met("a", START).wakeAt())
                .isEmpty();
    }

    @Test
    void wakes_for_the_earliest_of_several() {
        assertThat(Clocks.none()
                        .with(clock("a", null, DUE))
                        .with(clock("b", null, WARN))
                        .wakeAt())
                .contains(WARN);
    }

    @Test
    void warns_once_and_breaches_once() {
        var once = Clocks.none().with(clock("a", WARN, DUE)).elapse(WARN);
        assertThat(once.elapsed()).singleElement().isInstanceOf(Elapsed.Warned.class);
        assertThat(once.clocks().elapse(WARN.plusSeconds(1)).elapsed()).isEmpty();

        var breached = once.clocks().elapse(DUE);
        assertThat(breached.elapsed()).singleElement().isInstanceOf(Elapsed.Breached.class);
        assertThat(breached.clocks().elapse(DUE.plusSeconds(1)).elapsed()).isEmpty();
    }

    @Test
    void the_due_time_itself_is_too_late_for_who_has_not_acted_and_in_time_for_who_acts_then() {
        var clock = clock("a", WARN, DUE);

        assertThat(clock.stateAt(DUE.minusMillis(1))).isEqualTo(ClockState.WARNED);
        assertThat(clock.stateAt(DUE)).isEqualTo(ClockState.BREACHED);
        assertThat(clock.met(DUE).stateAt(DUE)).isEqualTo(ClockState.MET);
        assertThat(clock.met(DUE.plusMillis(1)).stateAt(DUE)).isEqualTo(ClockState.MET_LATE);
    }

    @Test
    void a_cancelled_clock_neither_warns_nor_breaches() {
        var cancelled = Clocks.none().with(clock("a", WARN, DUE)).cancelledAll(START);

        assertThat(cancelled.elapse(DUE).elapsed()).isEmpty();
        assertThat(cancelled.all().getFirst().stateAt(DUE)).isEqualTo(ClockState.CANCELLED);
    }

    @Test
    void a_clock_whose_act_was_taken_back_runs_again_as_due_as_before() {
        var again = Clocks.none().with(clock("a", WARN, DUE)).met("a", START).runningAgain("a");

        assertThat(again.running("a").orElseThrow().dueAt()).isEqualTo(DUE);
        assertThat(again.wakeAt()).contains(WARN);
        assertThat(again.runningAgain("a")).as("it runs already").isEqualTo(again);
    }

    @Test
    void one_that_was_cancelled_does_not_run_again_and_cancels_no_other() {
        var cancelled = Clocks.none()
                .with(clock("a", WARN, DUE))
                .with(clock("b", WARN, DUE))
                .cancelled("a", START);

        assertThat(cancelled.running("a")).isEmpty();
        assertThat(cancelled.running("b")).isPresent();
        assertThat(cancelled.runningAgain("a")).isEqualTo(cancelled);
    }

    @Test
    void one_kind_runs_once_at_a_time() {
        var running = Clocks.none().with(clock("a", null, DUE));

        assertThatIllegalStateException().isThrownBy(() -> running.with(clock("a", null, DUE)));
        assertThat(running.met("a", START).with(clock("a", null, DUE)).all()).hasSize(2);
    }

    @Test
    void a_warning_after_the_due_time_is_a_bug() {
        assertThatIllegalArgumentException().isThrownBy(() -> clock("a", DUE.plusSeconds(1), DUE));
    }

    @Test
    void only_a_time_to_come_that_can_be_computed_again_follows_a_calendar() {
        var computed = clock("a", WARN, DUE).allowing(new Allowance("a day", null));
        var running = Clocks.none().with(computed).with(clock("b", null, DUE));

        assertThat(running.oldestCalendar()).hasValue("calendar-1");
        assertThat(running.met("a", START).oldestCalendar()).as("met").isEmpty();
        assertThat(running.elapse(DUE).clocks().oldestCalendar()).as("breached").isEmpty();
        assertThat(Clocks.none().with(clock("b", null, DUE)).oldestCalendar())
                .as("agreed on")
                .isEmpty();
        assertThat(running.elapse(WARN).clocks().running("a").orElseThrow().allowance())
                .isEqualTo(computed.allowance());
    }

    static Clock clock(String kind, @Nullable Instant warnAt, Instant dueAt) {
        return Clock.started(
                kind, List.of("TST-01"), new Owner("agency", "role"), START, dueAt, warnAt, "calendar-1", "why");
    }
}
