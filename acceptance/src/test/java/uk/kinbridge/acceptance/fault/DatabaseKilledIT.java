package uk.kinbridge.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import uk.kinbridge.acceptance.stage.Referring;
import uk.kinbridge.acceptance.stage.Stage;

/** The database dies under load, and while nobody writes. */
class DatabaseKilledIT {

    private static final int WRITERS = 4;

    private final Stage stage = Stage.set();

    @Test
    void every_answered_201_is_there_and_its_notice_arrives_once() {
        var referring = Referring.prepared(stage);
        List<String> accepted = new CopyOnWriteArrayList<>();
        var killed = new AtomicBoolean();
        var writers = new ArrayList<CompletableFuture<Void>>();
        try {
            for (int i = 0; i < WRITERS; i++) {
                writers.add(CompletableFuture.runAsync(
                        () -> write(referring, accepted, killed), Thread::startVirtualThread));
            }
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> accepted.size() >= 40);
            stage.killServer("mongodb");
            killed.set(true);
            writers.forEach(CompletableFuture::join);
        } finally {
            stage.startServer("mongodb");
        }
        awaitReady();

        for (var id : accepted) {
            assertThat(referring
                            .hackney()
                            .socialWorker()
                            .get("/api/referrals/" + id)
                            .status())
                    .as("referral %s was answered with 201", id)
                    .isEqualTo(200);
        }
        referring.assertEachNotifiedOnce(accepted);
    }

    /** Refers until a referral is refused after the kill: then the load has met the death. */
    private static void write(Referring referring, List<String> accepted, AtomicBoolean killed) {
        for (; ; ) {
            var answer = referring.refer(UUID.randomUUID().toString());
            if (answer.status() == 201) {
                accepted.add(answer.text("/id"));
            } else if (killed.get()) {
                return;
            }
        }
    }

    @Test
    void while_it_is_down_the_answer_says_that_nothing_was_saved_and_whom_to_call() {
        var referring = Referring.prepared(stage);
        stage.killServer("mongodb");
        try {
            var before = System.nanoTime();
            var answer = referring.refer(UUID.randomUUID().toString());
            System.out.printf("database down: answered %d after %d ms%n", answer.status(), elapsedMillis(before));

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.text("/type")).isEqualTo("/problems/unavailable");
            assertThat(answer.text("/detail")).contains("othing was saved").contains("999");
            Awaitility.await("readiness falls")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> stage.readiness("referral-service") == 503);
        } finally {
            stage.startServer("mongodb");
        }
        awaitReady();

        referring.assertEachNotifiedOnce(referring.refer(1));
    }

    private static long elapsedMillis(long before) {
        return Duration.ofNanos(System.nanoTime() - before).toMillis();
    }

    private void awaitReady() {
        for (var service : List.of("referral-service", "notification-service", "directory-service")) {
            Awaitility.await(service + " recovers by itself")
                    .atMost(Duration.ofSeconds(90))
                    .until(() -> stage.readiness(service) == 200);
        }
    }
}
