package uk.kinbridge.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import uk.kinbridge.acceptance.stage.OneWayBroker;
import uk.kinbridge.acceptance.stage.Referring;
import uk.kinbridge.acceptance.stage.Stage;

/** HAC-17: {@code kill -9} of referral-service at the two worst moments; the notice arrives, once. */
class ReferralServiceKilledIT {

    private static final String SERVICE = "referral-service";

    private final Stage stage = Stage.set();

    @Test
    void between_the_save_and_the_publishing() {
        var referring = Referring.prepared(stage);
        stage.killServer("rabbitmq");
        List<String> saved;
        try {
            saved = referring.refer(3);
            assertThat(waiting(saved.getFirst()))
                    .as("it is saved and not published")
                    .isPositive();
            stage.kill(SERVICE);
        } finally {
            stage.startServer("rabbitmq");
            stage.start(SERVICE);
        }

        referring.assertEachNotifiedOnce(saved);
        for (var id : saved) {
            assertSettled(id);
        }
    }

    @Test
    void between_the_publishing_and_the_pull() throws IOException {
        var referring = Referring.prepared(stage);
        var broker = URI.create(stage.brokerUri());
        stage.stop(SERVICE);
        String id;
        try (var oneWay = new OneWayBroker(broker.getHost(), broker.getPort())) {
            stage.start(
                    SERVICE,
                    Map.of("RABBITMQ_URI", stage.brokerUri().replace(":" + broker.getPort(), ":" + oneWay.port())));
            // one event confirmed: the connection stands, the queues are declared
            var first = referring.refer(1);
            referring.assertEachNotifiedOnce(first);
            oneWay.silence();
            id = referring.refer(1).getFirst();
            referring.assertEachNotifiedOnce(List.of(id));
            assertThat(waiting(id)).as("it is published and not yet pulled").isPositive();
            stage.kill(SERVICE);
        } finally {
            stage.start(SERVICE);
        }

        assertSettled(id);
        referring.assertEachNotifiedOnce(List.of(id));
    }

    private void assertSettled(String id) {
        Awaitility.await("the outbox of " + id + " is empty")
                .atMost(Duration.ofSeconds(60))
                .until(() -> waiting(id) == 0);
    }

    private int waiting(String id) {
        try (var mongo = MongoClients.create(stage.mongoUri())) {
            var referral = mongo.getDatabase(stage.database("referral"))
                    .getCollection("referrals")
                    .find(Filters.eq("_id", id))
                    .first();
            return Objects.requireNonNull(referral, "referral " + id)
                    .getList("outbox", Document.class)
                    .size();
        }
    }
}
