package uk.kinbridge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** As operators run it, on a day when Keycloak is not up yet. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OutsideLocalTest {

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void keycloakIsDown(DynamicPropertyRegistry properties) {
        Neighbours.register(properties);
        properties.add("KINBRIDGE_ISSUER", () -> "http://localhost:" + Neighbours.freePort() + "/realms/kinbridge");
    }

    @Test
    void starts_without_keycloak_and_is_ready() {
        assertThat(caller().get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void says_so_when_nobody_can_vouch_for_a_token() {
        HttpResponse<String> response =
                caller().post("/api/referrals", "{}", "Authorization", "Bearer " + Neighbours.KEYCLOAK.token());

        RunningGatewayTest.isProblem(response, 503, "unavailable");
        assertThat(RunningGatewayTest.json(response, "$.detail")).asString().contains("nothing was done", "999");
        assertThat(response.headers().firstValue("Retry-After")).contains("5");
    }

    @Test
    void gives_the_number_to_call_also_while_the_sign_in_server_is_away() {
        Neighbours.answersAsUsual(Neighbours.DIRECTORY, "directory");

        assertThat(caller().get("/api/contacts/now", "Authorization", "Bearer " + Neighbours.KEYCLOAK.token())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void insists_on_https() {
        HttpResponse<String> response = caller().get("/", "Accept", "text/html");

        assertThat(response.headers().firstValue("Strict-Transport-Security"))
                .contains("max-age=63072000 ; includeSubDomains");
    }

    @Test
    void gives_cookies_to_https_only() {
        HttpResponse<String> response = caller().get("/oauth2/authorization/kinbridge-gateway");

        assertThat(response.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-kinbridge=")
                        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                        .doesNotContain("Domain"))
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith("XSRF-TOKEN=").contains("Secure", "SameSite=Lax"));
    }

    private Caller caller() {
        return new Caller(port, "127.0.4.1");
    }
}
