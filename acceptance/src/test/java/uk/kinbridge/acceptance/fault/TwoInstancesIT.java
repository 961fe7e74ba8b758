package uk.kinbridge.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.kinbridge.acceptance.stage.Referring;
import uk.kinbridge.acceptance.stage.Stage;

/** HAC-03: two instances of referral-service sweep the same clocks; each fires once. */
class TwoInstancesIT {

    private final Stage stage = Stage.set();

    @Test
    void each_clock_fires_once() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        stage.start("referral-service@2", Map.of("SERVER_PORT", Integer.toString(port)));
        try {
            var referring = Referring.prepared(stage);
            var ids = referring.refer(20);

            stage.suite().advance("24h");
            stage.moveTime(port, stage.offset());

            for (var manager : referring.hackney().managers()) {
                referring.assertEachNotifiedOnce(manager, ids, "acknowledge-overdue");
            }
            for (var id : ids) {
                var referral = referring.hackney().socialWorker().get("/api/referrals/" + id);
                var breaches = 0;
                for (var line : referral.body().path("history")) {
                    breaches += line.path("what").asString().equals("clock.breached") ? 1 : 0;
                }
                assertThat(breaches).as("breaches of " + id).isEqualTo(1);
            }
        } finally {
            stage.stop("referral-service@2");
        }
    }
}
