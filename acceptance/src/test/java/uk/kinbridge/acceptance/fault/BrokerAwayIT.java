package uk.kinbridge.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.kinbridge.acceptance.stage.Referring;
import uk.kinbridge.acceptance.stage.Stage;

/** HAC-17: RabbitMQ is away while 50 referrals are sent: all accepted, all notified, once each. */
class BrokerAwayIT {

    private final Stage stage = Stage.set();

    @Test
    void every_referral_is_accepted_and_notified_once() {
        var referring = Referring.prepared(stage);
        stage.killServer("rabbitmq");
        List<String> accepted;
        try {
            accepted = referring.refer(50);
            assertThat(stage.readiness("referral-service"))
                    .as("the outbox waits, so the service stays ready")
                    .isEqualTo(200);
        } finally {
            stage.startServer("rabbitmq");
        }

        referring.assertEachNotifiedOnce(accepted);
    }
}
