package uk.kinbridge.platform.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import uk.kinbridge.platform.background.Gathering;
import uk.kinbridge.platform.mongo.Outbox;

/**
 * Confirmed events on their way out of their documents. Taking one out costs the database as much as writing its whole
 * document, and a tenth of that together with others. Nobody waits for it: until then their lease keeps every other
 * relay away, and should the process die before, they are published again under the same id.
 */
final class Settling {

    /** So long those that are confirmed gather; much shorter than any lease. */
    private static final Duration GATHERING = Duration.ofMillis(200);

    /** So many go in one statement. */
    private static final int TOGETHER = 200;

    /** A document's events that have been published, and are leased to this instance. */
    record Held(Outbox outbox, Outbox.Claim claim) {}

    private final Gathering<Held> confirmed = new Gathering<>(GATHERING, TOGETHER);

    void later(Held held) {
        confirmed.add(held);
    }

    /** Waits for the first and for what gathers with it; empty when none came in time. */
    List<Held> gather(Duration patience) throws InterruptedException {
        return confirmed.gather(patience);
    }

    /** What has gathered until now. */
    List<Held> gathered() {
        return confirmed.gathered();
    }

    /** @return what was added to them meanwhile, under the same lease */
    List<Held> all(List<Held> held) {
        var safe = new LinkedHashMap<Outbox, List<Outbox.Claim>>();
        held.forEach(one ->
                safe.computeIfAbsent(one.outbox(), _ -> new ArrayList<>()).add(one.claim()));
        var left = new ArrayList<Held>();
        safe.forEach((outbox, claims) -> outbox.settleAll(claims).forEach(claim -> left.add(new Held(outbox, claim))));
        return left;
    }
}
