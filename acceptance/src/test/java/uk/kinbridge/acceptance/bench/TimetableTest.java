package uk.kinbridge.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How often something is done, not how fast. */
class TimetableTest {

    private final AtomicInteger done = new AtomicInteger();

    @Test
    void does_what_was_planned_and_no_more() {
        var kept = new Timetable(100, Duration.ofMillis(300)).keep(_ -> done.incrementAndGet());

        assertThat(done).hasValue(30);
        assertThat(kept.unsent()).isZero();
    }

    @Test
    void goes_on_until_what_it_accompanies_is_over() {
        var kept = new Timetable(100, Duration.ofMillis(100)).keep(_ -> done.incrementAndGet(), () -> done.get() < 25);

        assertThat(done.get()).isGreaterThanOrEqualTo(25);
        assertThat(kept.seconds()).isGreaterThan(0.2);
        assertThat(kept.unsent()).isZero();
    }

    @Test
    void what_was_too_late_to_be_sent_is_counted() {
        var kept = new Timetable(1_000, Duration.ofMillis(100)).keep(_ -> {
            try {
                Thread.sleep(500);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(kept.unsent()).isPositive();
    }

    @Test
    void why_nothing_can_be_measured_is_told_as_it_was_told_beside_it() {
        var beside = new FutureTask<Void>(
                () -> {
                    throw new NotMeasurable("the part does not come back");
                },
                null);
        beside.run();

        assertThatThrownBy(() -> Timetable.await(beside))
                .isInstanceOf(NotMeasurable.class)
                .hasMessageContaining("does not come back");
    }
}
