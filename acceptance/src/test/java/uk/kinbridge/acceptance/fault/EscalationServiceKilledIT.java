package uk.kinbridge.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import uk.kinbridge.acceptance.stage.Stage;
import uk.kinbridge.acceptance.suite.Person;

/**
 * SAL-27: {@code kill -9} on every rung, before and after its notices went out, and of another service with it; no rung is
 * skipped, none comes twice.
 */
class EscalationServiceKilledIT {

    private static final String SERVICE = "escalation-service";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Who is in post is asked of the directory, notices go to notification-service, records are referral-service's. */
    private static final List<String> KILLED_TOO =
            List.of("directory-service", "notification-service", "referral-service");

    private final Stage stage = Stage.set();
    private final Person joel = stage.suite().person("joel.marsden");

    @Test
    void on_every_rung() {
        var id = raised();
        for (int level = 2; level <= 4; level++) {
            // The broker is away, so the rung is reached and its notices still wait inside the document.
            stage.killServer("rabbitmq");
            try {
                stage.suite().advance("14d");
                stage.kill(KILLED_TOO.get(level - 2));
                var reached = level;
                Awaitility.await("level " + level).atMost(PATIENCE).until(() -> level(id) == reached);
                stage.kill(SERVICE);
            } finally {
                stage.startServer("rabbitmq");
                stage.start(SERVICE);
                stage.start(KILLED_TOO.get(level - 2));
            }
            awaitPublished(id);
            stage.kill(SERVICE);
            stage.start(SERVICE);
        }

        assertThat(levels(id)).containsExactly(1, 2, 3, 4);
        eachNoticeOnce(id);
    }

    private String raised() {
        var raised = joel.create(
                "/api/disagreements",
                Map.of(
                        "area", "salford",
                        "subject", Map.of("kind", "plan", "reference", "The plan"),
                        "answeringAgency", "salford-childrens-services",
                        "concern", "The plan does not fit.",
                        "wanted", "Another plan."),
                UUID.randomUUID().toString());
        assertThat(raised.status()).as(raised.body().toString()).isEqualTo(201);
        return raised.text("/id");
    }

    private void awaitPublished(String id) {
        Awaitility.await("the outbox of " + id + " is empty")
                .atMost(PATIENCE)
                .until(() -> document(id).getList("outbox", Document.class).isEmpty());
    }

    private void eachNoticeOnce(String id) {
        Awaitility.await("the last level's notices")
                .atMost(PATIENCE)
                .until(() -> notices(id).stream().anyMatch(notice -> notice.startsWith("level-4-answering")));
        assertThat(notices(id)).doesNotHaveDuplicates();
        for (int level = 1; level <= 4; level++) {
            var purpose = "level-" + level + "-answering";
            assertThat(notices(id)).anyMatch(notice -> notice.startsWith(purpose));
        }
    }

    private List<String> notices(String id) {
        try (var mongo = MongoClients.create(stage.mongoUri())) {
            return mongo.getDatabase(stage.database("notification"))
                    .getCollection("notices")
                    .find(Filters.eq("find.about", id))
                    .map(notice -> notice.getString("purpose") + " " + notice.get("recipient"))
                    .into(new ArrayList<>());
        }
    }

    private List<Integer> levels(String id) {
        return document(id).getList("steps", Document.class).stream()
                .map(step -> step.getInteger("level"))
                .toList();
    }

    private int level(String id) {
        return levels(id).getLast();
    }

    private Document document(String id) {
        try (var mongo = MongoClients.create(stage.mongoUri())) {
            return Objects.requireNonNull(
                    mongo.getDatabase(stage.database("escalation"))
                            .getCollection("disagreements")
                            .find(Filters.eq("_id", id))
                            .first(),
                    "disagreement " + id);
        }
    }
}
