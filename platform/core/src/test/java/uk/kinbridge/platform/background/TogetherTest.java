package uk.kinbridge.platform.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** What comes at the same time is done in one go, and each still hears how its own ended. */
class TogetherTest {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<List<String>> rounds = new CopyOnWriteArrayList<>();
    private final CountDownLatch busy = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    @AfterEach
    void stop() {
        threads.close();
    }

    @Test
    void who_comes_alone_waits_for_nobody() {
        Together.<String>doing(rounds::add).take("one");

        assertThat(rounds).containsExactly(List.of("one"));
    }

    @Test
    void what_comes_while_it_is_busy_is_done_together() throws Exception {
        var together = Together.<String>doing(this::slowly);

        all(together, "a", "b", "c", "d");

        assertThat(rounds).hasSize(2);
        assertThat(rounds.getFirst()).containsExactly("first");
        assertThat(rounds.getLast()).containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    @Test
    void who_comes_first_waits_for_others_where_that_is_asked_for() throws Exception {
        var together = Together.<String>doing(Duration.ofSeconds(1), rounds::add);

        var first = threads.submit(() -> together.take("a"));
        var second = threads.submit(() -> together.take("b"));
        first.get(20, TimeUnit.SECONDS);
        second.get(20, TimeUnit.SECONDS);

        assertThat(rounds).hasSize(1);
        assertThat(rounds.getFirst()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void one_that_cannot_be_done_is_nobody_elses_failure() throws Exception {
        var together = Together.<String>doing(items -> {
            slowly(items);
            if (items.contains("bad")) {
                throw new IllegalArgumentException("bad");
            }
        });

        var ends = all(together, "a", "bad", "c");

        assertThat(ends.get(0).get()).isTrue();
        assertThatThrownBy(() -> ends.get(1).get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(ends.get(2).get()).isTrue();
        assertThat(rounds).contains(List.of("a"), List.of("c"));
    }

    @Test
    void while_the_database_is_away_all_of_them_wait_and_nobody_tries_one_by_one() throws Exception {
        var together = Together.<String>doing(items -> {
            slowly(items);
            if (!items.contains("first")) {
                throw new DataAccessResourceFailureException("away");
            }
        });

        var ends = all(together, "a", "b");

        for (var end : ends) {
            assertThatThrownBy(end::get).hasCauseInstanceOf(DataAccessResourceFailureException.class);
        }
        assertThat(rounds).hasSize(2);
    }

    /** HAC-17: a notice that was not delivered must not be taken for delivered, or its message is gone. */
    @Test
    void whatever_breaks_the_work_off_nobodys_item_counts_as_done() throws Exception {
        var together = Together.<String>doing(items -> {
            slowly(items);
            if (!items.contains("first")) {
                throw new StackOverflowError();
            }
        });

        for (var end : all(together, "a", "b", "c")) {
            assertThatThrownBy(end::get).hasCauseInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void each_hears_what_was_said_of_its_own() throws Exception {
        var together = new Together<String, String>(items -> {
            slowly(items);
            return items.stream().map(String::toUpperCase).toList();
        });

        assertThat(together.take("a")).isEqualTo("A");
        var ends = all(together, "b", "c");

        assertThat(ends.get(0).get()).isEqualTo("B");
        assertThat(ends.get(1).get()).isEqualTo("C");
    }

    private void slowly(List<String> items) {
        rounds.add(List.copyOf(items));
        if (items.contains("first")) {
            busy.countDown();
            try {
                assertThat(go.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** One that keeps it busy, and then these at the same time. */
    private <R> List<Future<R>> all(Together<String, R> together, String... items) throws InterruptedException {
        var first = threads.submit(() -> together.take("first"));
        assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();
        var ends = new ArrayList<Future<R>>();
        for (var item : items) {
            ends.add(threads.submit(() -> together.take(item)));
        }
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> together.waiting() == items.length);
        go.countDown();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> first.isDone() && ends.stream().allMatch(Future::isDone));
        return ends;
    }
}
