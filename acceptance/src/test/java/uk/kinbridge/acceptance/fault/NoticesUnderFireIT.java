package uk.kinbridge.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import uk.kinbridge.acceptance.stage.Referring;
import uk.kinbridge.acceptance.stage.Stage;
import uk.kinbridge.acceptance.suite.Person;

/** HAC-17: notification-service and the broker are killed in turn while referrals come; the count is exact. */
class NoticesUnderFireIT {

    private static final String SERVICE = "notification-service";
    private static final int SENDERS = 4;
    private static final int EACH = 30;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Stage stage = Stage.set();

    @Test
    void every_notice_arrives_once() throws Exception {
        var referring = Referring.prepared(stage);
        var accepted = new ArrayList<String>();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var sending = new ArrayList<Future<List<String>>>();
            for (int i = 0; i < SENDERS; i++) {
                sending.add(senders.submit(() -> referring.refer(EACH)));
            }
            killInTurn();
            for (var sent : sending) {
                accepted.addAll(sent.get());
            }
        }

        assertThat(accepted).hasSize(SENDERS * EACH).doesNotHaveDuplicates();
        var lead = referring.hackney().safeguardingLead();
        Awaitility.await("a notice of each referral")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> counted(lead).keySet().containsAll(accepted));
        var notices = counted(lead);
        assertThat(accepted).allSatisfy(id -> assertThat(notices.get(id)).as(id).isEqualTo(1));
    }

    private void killInTurn() {
        stage.kill(SERVICE);
        stage.start(SERVICE);
        stage.killServer("rabbitmq");
        stage.startServer("rabbitmq");
        stage.kill(SERVICE);
        var broker = CompletableFuture.runAsync(() -> {
            stage.killServer("rabbitmq");
            stage.startServer("rabbitmq");
        });
        broker.join();
        stage.start(SERVICE);
    }

    /** How many notices of its arrival the inbox holds for each referral, those in bundles included. */
    private static Map<String, Integer> counted(Person lead) {
        var found = new HashMap<String, Integer>();
        var bundles = new ArrayList<String>();
        count(lead, "/api/notifications?state=all", found, bundles);
        bundles.forEach(
                bundle -> count(lead, "/api/notifications?state=all&bundle=" + bundle, found, new ArrayList<>()));
        return found;
    }

    private static void count(Person lead, String list, Map<String, Integer> found, List<String> bundles) {
        var next = "";
        do {
            var page = lead.get(list + "&limit=100" + (next.isEmpty() ? "" : "&cursor=" + next));
            for (var notice : page.body().path("items")) {
                if (notice.path("bundle").isObject()) {
                    bundles.add(notice.path("id").asString());
                } else if (notice.path("purpose").asString().equals("referral-arrived")) {
                    found.merge(notice.at("/about/id").asString(), 1, Integer::sum);
                }
            }
            next = page.text("/next");
        } while (!next.isEmpty());
    }
}
