package uk.kinbridge.acceptance.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import uk.kinbridge.acceptance.stage.Referring;
import uk.kinbridge.acceptance.stage.Stage;

/** HAC-17: notification-service dies while it handles messages; one notice each. */
class NotificationServiceKilledIT {

    private static final String SERVICE = "notification-service";

    private final Stage stage = Stage.set();

    @Test
    void what_it_was_handling_is_handled_again_and_counts_once() {
        var referring = Referring.prepared(stage);
        var accepted = new ArrayList<>(referring.refer(5));
        CompletableFuture<List<String>> more = CompletableFuture.supplyAsync(() -> referring.refer(30));
        stage.kill(SERVICE);
        stage.start(SERVICE);
        stage.kill(SERVICE);
        accepted.addAll(more.join());
        stage.start(SERVICE);

        referring.assertEachNotifiedOnce(accepted);
    }
}
