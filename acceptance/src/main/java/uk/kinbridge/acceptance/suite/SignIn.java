package uk.kinbridge.acceptance.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Signs demonstration people in at Keycloak, with the client that exists in the local realm only. */
final class SignIn {

    /** Asked anew well before the 300 seconds of an access token are over. */
    private static final Duration KEPT = Duration.ofMinutes(3);

    private final HttpClient http;
    private final URI tokens;
    private final String password;
    private final InstantSource machine = InstantSource.system();
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final JsonMapper json = new JsonMapper();

    private record Kept(String token, Instant until) {}

    SignIn(HttpClient http, String issuer, String password) {
        this.http = http;
        this.tokens = URI.create(issuer + "/protocol/openid-connect/token");
        this.password = password;
    }

    String token(String username) {
        var now = machine.instant();
        return kept.compute(
                        username,
                        (_, before) -> before != null && before.until().isAfter(now)
                                ? before
                                : new Kept(ask(username), now.plus(KEPT)))
                .token();
    }

    /** The token of an agency's own system, with the secret that is good for nothing but a developer's machine. */
    String tokenOfSystem(String client) {
        var now = machine.instant();
        return kept.compute(
                        client,
                        (_, before) -> before != null && before.until().isAfter(now)
                                ? before
                                : new Kept(
                                        ask(
                                                client,
                                                Map.of(
                                                        "grant_type",
                                                        "client_credentials",
                                                        "client_id",
                                                        client,
                                                        "client_secret",
                                                        "local-" + client)),
                                        now.plus(KEPT)))
                .token();
    }

    private String ask(String username) {
        return ask(
                username,
                Map.of(
                        "grant_type", "password",
                        "client_id", "kinbridge-local",
                        "username", username,
                        "password", password,
                        "scope", "openid"));
    }

    private String ask(String who, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try {
            var response = http.send(
                    HttpRequest.newBuilder(tokens)
                            .timeout(Duration.ofSeconds(20))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(
                        who + " cannot sign in: " + response.statusCode() + " " + response.body());
            }
            return json.readTree(response.body()).path("access_token").asString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
