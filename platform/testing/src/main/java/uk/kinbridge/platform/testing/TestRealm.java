package uk.kinbridge.platform.testing;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/** The suite's realm as production imports it, under a name of its own on a real Keycloak; removed when closed. */
public final class TestRealm implements AutoCloseable {

    /** What every service account signs in with. */
    public static final String SECRET = "a-secret-of-tests";

    private static final String COMPOSED = "deploy/keycloak/kinbridge-realm.json";

    private final RestClient http = RestClient.create();
    private final String server = Keycloaks.url();
    private final String name;

    private TestRealm(String name) {
        this.name = name;
    }

    public static TestRealm create() {
        var realm = new TestRealm("test-" + UUID.randomUUID().toString().substring(0, 8));
        String text = composed()
                .replaceFirst("\"realm\": \"kinbridge\"", "\"realm\": \"" + realm.name + "\"")
                .replaceAll("\\$\\{KINBRIDGE_\\w+_SECRET}", SECRET)
                .replace("${KINBRIDGE_GATEWAY_URL}", "http://localhost:8080");
        realm.send(HttpMethod.POST, realm.server + "/admin/realms", text);
        return realm;
    }

    private static String composed() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve(COMPOSED))) {
            folder = folder.getParent();
        }
        try {
            return Files.readString(Objects.requireNonNull(folder, "no " + COMPOSED + " above this folder")
                    .resolve(COMPOSED));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Where tokens of this realm come from. */
    public String tokenUri() {
        return server + "/realms/" + name + "/protocol/openid-connect/token";
    }

    /** The administration of this realm. */
    public String administration() {
        return server + "/admin/realms/" + name;
    }

    /** A new account in these groups, such as {@code /agencies/hackney-drug-treatment/practitioner}; answers its id. */
    public String create(String username, String... groups) {
        String first = username.substring(0, username.indexOf('.'));
        String last = username.substring(username.indexOf('.') + 1);
        var created = send(HttpMethod.POST, administration() + "/users", """
                {"username": "%s", "firstName": "%s", "lastName": "%s", "email": "%s@example.org", "enabled": true,
                 "groups": ["%s"]}""".formatted(
                        username, first, last, username, String.join("\", \"", groups)));
        String address =
                Objects.requireNonNull(created.getHeaders().getLocation()).getPath();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    public void disable(String person) {
        send(HttpMethod.PUT, administration() + "/users/" + person, "{\"enabled\": false}");
    }

    public void remove(String person) {
        send(HttpMethod.DELETE, administration() + "/users/" + person, "");
    }

    /** Out of one group and into another. */
    public void move(String person, String from, String to) {
        send(HttpMethod.DELETE, administration() + "/users/" + person + "/groups/" + idOf(from), "");
        send(HttpMethod.PUT, administration() + "/users/" + person + "/groups/" + idOf(to), "");
    }

    private String idOf(String group) {
        return JsonPath.read(
                send(HttpMethod.GET, administration() + "/group-by-path" + group, "")
                        .getBody(),
                "$.id");
    }

    /** A token of a service's own account. */
    public String tokenOf(String service) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        form.add("client_id", service);
        form.add("client_secret", SECRET);
        return token(tokenUri(), form);
    }

    private String administratorsToken() {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "password");
        form.add("client_id", "admin-cli");
        form.add("username", Keycloaks.administrator());
        form.add("password", Keycloaks.administratorsPassword());
        return token(server + "/realms/master/protocol/openid-connect/token", form);
    }

    private String token(String uri, LinkedMultiValueMap<String, String> form) {
        String answer = http.post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(String.class);
        return JsonPath.read(answer, "$.access_token");
    }

    private ResponseEntity<String> send(HttpMethod method, String uri, String body) {
        return http.method(method)
                .uri(uri)
                .header("Authorization", "Bearer " + administratorsToken())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(String.class);
    }

    @Override
    public void close() {
        send(HttpMethod.DELETE, administration(), "");
    }
}
