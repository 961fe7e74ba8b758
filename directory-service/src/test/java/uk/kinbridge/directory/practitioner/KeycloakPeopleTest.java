package uk.kinbridge.directory.practitioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClientException;

class KeycloakPeopleTest {

    private static final String LEILA = """
            {"id": "u1", "username": "leila.haddad", "firstName": "Leila", "lastName": "Haddad", "enabled": true,
             "totp": false}""";
    private static final String ROBOT = """
            {"id": "u2", "username": "service-account-referral-service", "enabled": true}""";

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private HttpServer server;

    KeycloakPeopleTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void keycloak() {
        answers.put("/groups", "[{\"id\": \"g1\", \"name\": \"agencies\", \"attributes\": {}}]");
        answers.put(
                "/groups/g1/children",
                "[{\"id\": \"g2\", \"name\": \"hackney-drug-treatment\","
                        + " \"attributes\": {\"agency\": [\"hackney-drug-treatment\"]}}]");
        answers.put(
                "/groups/g2/children",
                "[{\"id\": \"g3\", \"name\": \"safeguarding-lead\", \"realmRoles\": [\"safeguarding-lead\"]},"
                        + " {\"id\": \"g4\", \"name\": \"teams\"}]");
        answers.put(
                "/groups/g4/children",
                "[{\"id\": \"g5\", \"name\": \"recovery\", \"attributes\": {\"team\": [\"recovery\"]}}]");
        answers.put("/groups/g3/members", "[" + LEILA + "]");
        answers.put("/groups/g5/members", "[" + LEILA + "]");
        answers.put("/users", "[" + LEILA + "," + ROBOT + "]");
        server.createContext("/", exchange -> {
            byte[] body = answers.getOrDefault(exchange.getRequestURI().getPath(), "[]")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answers.containsKey("broken") ? 500 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void agency_team_and_roles_come_from_the_groups_on_the_way_down() {
        assertThat(people().all()).singleElement().satisfies(leila -> {
            assertThat(leila.name()).isEqualTo("Leila Haddad");
            assertThat(leila.agency()).isEqualTo("hackney-drug-treatment");
            assertThat(leila.teams()).containsExactly("recovery");
            assertThat(leila.roles()).containsExactly("safeguarding-lead");
        });
    }

    @Test
    void somebody_in_no_group_has_no_agency() {
        answers.remove("/groups/g3/members");
        answers.remove("/groups/g5/members");
        assertThat(people().all())
                .singleElement()
                .satisfies(leila -> assertThat(leila.agency()).isNull());
    }

    @Test
    void an_answer_in_part_is_no_answer() {
        answers.put("broken", "");
        assertThatThrownBy(() -> people().all()).isInstanceOf(RestClientException.class);
    }

    private KeycloakPeople people() {
        return new KeycloakPeople(
                "http://localhost:" + server.getAddress().getPort(),
                (request, body, execution) -> execution.execute(request, body));
    }
}
