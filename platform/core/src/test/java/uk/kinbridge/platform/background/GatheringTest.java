package uk.kinbridge.platform.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What nobody waits for gathers for a moment and is taken in one go; nothing of it is lost. */
class GatheringTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void what_comes_within_the_moment_is_taken_together() throws Exception {
        var gathering = new Gathering<String>(Duration.ofMillis(300), 10);
        gathering.add("a");
        var second = Thread.ofVirtual().start(() -> gathering.add("b"));

        assertThat(gathering.gather(PATIENCE)).containsExactly("a", "b");
        second.join();
    }

    @Test
    void more_than_fits_stays_for_the_next_round() throws Exception {
        var gathering = new Gathering<Integer>(Duration.ZERO, 2);
        for (int i = 1; i <= 3; i++) {
            gathering.add(i);
        }

        assertThat(gathering.gather(PATIENCE)).containsExactly(1, 2);
        assertThat(gathering.gather(PATIENCE)).containsExactly(3);
    }

    @Test
    void nothing_comes_when_nothing_is_there() throws Exception {
        assertThat(new Gathering<String>(PATIENCE, 2).gather(Duration.ofMillis(1)))
                .isEmpty();
    }

    @Test
    void at_the_end_all_is_taken_that_is_left() {
        var gathering = new Gathering<String>(PATIENCE, 1);
        gathering.add("a");
        gathering.add("b");

        assertThat(gathering.gathered()).containsExactly("a", "b");
        assertThat(gathering.gathered()).isEmpty();
    }
}
