package uk.kinbridge.acceptance.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** An agency's own system, which refers through the gateway with messages of the booking and referral standard. */
public final class AgencySystem {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http;
    private final URI gateway;
    private final SignIn signIn;
    private final String client;
    private final JsonMapper json = new JsonMapper();

    AgencySystem(HttpClient http, URI gateway, SignIn signIn, String client) {
        this.http = http;
        this.gateway = gateway;
        this.signIn = signIn;
        this.client = client;
    }

    /** Sends a message under the id of its request. */
    public Answer send(String message, UUID request) {
        return answer(request("/api/fhir/R4/$process-message")
                .header("X-Request-Id", request.toString())
                .header("X-Correlation-Id", UUID.randomUUID().toString())
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(message)));
    }

    /** Reads. */
    public Answer get(String path) {
        return answer(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "application/fhir+json; version=1.4.0")
                .header("Authorization", "Bearer " + signIn.tokenOfSystem(client));
    }

    private Answer answer(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            var type = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(
                    response.statusCode(),
                    type.contains("json") ? json.readTree(response.body()) : MissingNode.getInstance(),
                    response.headers().firstValue("ETag").orElse(""));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
