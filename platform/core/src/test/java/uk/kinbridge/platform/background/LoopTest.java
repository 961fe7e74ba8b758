package uk.kinbridge.platform.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class LoopTest {

    private final Loop loop = new Loop("the test", Duration.ofMillis(1));

    @AfterEach
    void stop() {
        loop.stop();
    }

    @Test
    void a_database_that_is_away_and_a_bug_cost_one_round_each() {
        var rounds = new AtomicInteger();
        loop.start();
        loop.round("test", () -> {
            switch (rounds.incrementAndGet()) {
                case 1 -> throw new DataAccessResourceFailureException("away");
                case 2 -> throw new IllegalStateException("bug");
                default -> Thread.sleep(1);
            }
        });
        await().until(() -> rounds.get() > 3);
    }

    @Test
    void no_round_begins_after_it_was_stopped() throws InterruptedException {
        var rounds = new AtomicInteger();
        loop.start();
        loop.round("test", () -> {
            rounds.incrementAndGet();
            Thread.sleep(1);
        });
        await().until(() -> rounds.get() > 0);
        loop.stop();
        assertThat(loop.isRunning()).isFalse();
        Thread.sleep(20);
        int ended = rounds.get();
        Thread.sleep(50);
        assertThat(rounds).hasValue(ended);
    }
}
