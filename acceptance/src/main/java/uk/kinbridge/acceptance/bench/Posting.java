package uk.kinbridge.acceptance.bench;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/** Creates things over and over, each under a key of its own; every answer but a 201 is an error. */
final class Posting extends Doing {

    private static final int CREATED = 201;

    private final URI address;
    private final Supplier<String> token;
    private final Supplier<String> bodies;

    Posting(URI address, Supplier<String> token, Supplier<String> bodies) {
        this.address = address;
        this.token = token;
        this.bodies = bodies;
    }

    @Override
    Run run(int connections, Duration time) {
        return Run.of(connections, time, (_, _) -> post());
    }

    /** Whether it was created. */
    boolean post() {
        return sent(HttpRequest.newBuilder(address)
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + token.get())
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(bodies.get()))
                        .build())
                == CREATED;
    }
}
