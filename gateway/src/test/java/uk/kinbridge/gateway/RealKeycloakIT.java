package uk.kinbridge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A person signs in at a real Keycloak, works and signs out, in a realm made for this test. */
@EnabledIfEnvironmentVariable(
        named = "KEYCLOAK_URL",
        matches = ".+",
        disabledReason = "needs a Keycloak that is given; everything else about signing in is tested against a fake")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("local")
class RealKeycloakIT {

    private static final String REALM =
            "gateway-" + UUID.randomUUID().toString().substring(0, 8);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern FORM_TARGET = Pattern.compile("action=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    private Caller browser = new Caller(0, "127.0.0.1");

    @DynamicPropertySource
    static void realm(DynamicPropertyRegistry properties) {
        Neighbours.register(properties);
        properties.add("KINBRIDGE_ISSUER", () -> keycloak() + "/realms/" + REALM);
    }

    @BeforeAll
    static void makeRealm() throws Exception {
        String realm = """
                {"realm":"%s","enabled":true,"sslRequired":"none",
                 "clients":[{"clientId":"kinbridge-gateway","secret":"secret","publicClient":false,
                   "redirectUris":["http://localhost:*"],"standardFlowEnabled":true,
                   "attributes":{"pkce.code.challenge.method":"S256","post.logout.redirect.uris":"+"}}],
                 "users":[{"username":"sade.okafor","enabled":true,"firstName":"Sade","lastName":"Okafor",
                   "email":"sade.okafor@example.org","emailVerified":true,
                   "credentials":[{"type":"password","value":"kinbridge"}]}]}""".formatted(REALM);
        assertThat(admin("POST", "/admin/realms", realm).statusCode()).isEqualTo(201);
    }

    @AfterAll
    static void removeRealm() throws Exception {
        assertThat(admin("DELETE", "/admin/realms/" + REALM, "").statusCode()).isEqualTo(204);
    }

    @BeforeEach
    void openBrowser() {
        browser = new Caller(port, "127.0.0.1");
    }

    @Test
    void a_person_signs_in_works_and_signs_out() {
        URI keycloak = location(browser.get("/oauth2/authorization/kinbridge-gateway"));
        HttpResponse<String> form = browser.send(HttpRequest.newBuilder(keycloak));
        assertThat(form.statusCode()).as(form.body()).isEqualTo(200);
        HttpResponse<String> signedIn = browser.send(HttpRequest.newBuilder(formTarget(form))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(Map.of("username", "sade.okafor", "password", "kinbridge")))));
        assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(302);
        HttpResponse<String> back = browser.send(HttpRequest.newBuilder(location(signedIn)));
        assertThat(location(back)).isEqualTo(browser.at("/"));

        assertThat(JsonPath.<Object>read(browser.get("/session").body(), "$.person.name"))
                .isEqualTo("Sade Okafor");
        assertThat(browser.get("/api/worklist").statusCode()).isEqualTo(200);

        String token = JsonPath.read(browser.get("/session").body(), "$.csrf.formToken");
        HttpResponse<String> out =
                browser.send(browser.to("/logout", "Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(Map.of("_csrf", token)))));
        HttpResponse<String> gone = browser.send(HttpRequest.newBuilder(location(out)));
        assertThat(gone.statusCode()).as(gone.body()).isEqualTo(302);
        assertThat(location(gone)).isEqualTo(browser.at("/"));
        assertThat(browser.get("/api/worklist").statusCode()).isEqualTo(401);
    }

    private static URI formTarget(HttpResponse<String> page) {
        Matcher target = FORM_TARGET.matcher(page.body());
        assertThat(target.find()).as(page.body()).isTrue();
        return URI.create(target.group(1).replace("&amp;", "&"));
    }

    private static URI location(HttpResponse<String> response) {
        return URI.create(response.headers().firstValue("Location").orElseThrow());
    }

    private static HttpResponse<String> admin(String method, String path, String body)
            throws IOException, InterruptedException {
        String credentials = form(Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                given("KEYCLOAK_ADMIN"),
                "password",
                given("KEYCLOAK_ADMIN_PASSWORD")));
        String token = HTTP.send(
                        HttpRequest.newBuilder(URI.create(keycloak() + "/realms/master/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(credentials))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(keycloak() + path))
                        .header("Authorization", "Bearer " + JsonPath.<String>read(token, "$.access_token"))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String keycloak() {
        return given("KEYCLOAK_URL");
    }

    private static String given(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }
}
