package uk.kinbridge.acceptance.people;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keycloak's administration of the realm, as somebody who may or may not use it. */
final class KeycloakAdministration {

    private static final String KEYCLOAK = given("KEYCLOAK_URL");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Map<String, String> credentials;
    private final String realm;

    private KeycloakAdministration(String realm, Map<String, String> credentials) {
        this.realm = realm;
        this.credentials = credentials;
    }

    static KeycloakAdministration asAdministrator() {
        return new KeycloakAdministration(
                "master",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        given("KEYCLOAK_ADMIN"),
                        "password",
                        given("KEYCLOAK_ADMIN_PASSWORD")));
    }

    /** With the service's own account and the well-known secret of the local suite. */
    static KeycloakAdministration as(String service) {
        return new KeycloakAdministration(
                "kinbridge",
                Map.of("grant_type", "client_credentials", "client_id", service, "client_secret", "local-" + service));
    }

    HttpResponse<String> send(String method, String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(KEYCLOAK + "/admin/realms/kinbridge" + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    JsonNode read(String path) {
        return json(send("GET", path, ""));
    }

    private String token() {
        String form = credentials.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var asked = HttpRequest.newBuilder(URI.create(KEYCLOAK + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return json(send(asked)).path("access_token").asString();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String given(String name) {
        return requireNonNull(System.getenv(name), name + " is not set; these tests are run by ./kinbridge test");
    }
}
