package uk.kinbridge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The gateway on a real port as it runs locally, once for all tests, with small limits and little patience. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "KINBRIDGE_READ_TIMEOUT=1500ms",
            "KINBRIDGE_RATE_LIMIT=80",
            "KINBRIDGE_REFUSED_LIMIT=30",
            "KINBRIDGE_TRUSTED_PROXIES=127.0.0.9/32"
        })
@ActiveProfiles("local")
abstract class RunningGatewayTest {

    static final String TRUSTED_PROXY = "127.0.0.9";

    @LocalServerPort
    int port;

    Caller caller = new Caller(0, "127.0.0.1");

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        Neighbours.register(properties);
    }

    @BeforeEach
    void comeFromAnAddressOfItsOwn() {
        // one address for each test class, so that none uses up another's share
        int last = 10 + Math.floorMod(getClass().getName().hashCode(), 200);
        caller = new Caller(port, "127.0.1." + last);
        Neighbours.answersAsUsual(Neighbours.DIRECTORY, "directory");
        Neighbours.answersAsUsual(Neighbours.REFERRAL, "referral");
        Neighbours.answersAsUsual(Neighbours.ASSESSMENT, "assessment");
        Neighbours.answersAsUsual(Neighbours.ESCALATION, "escalation");
    }

    static String bearer() {
        return "Bearer " + Neighbours.KEYCLOAK.token();
    }

    static Object json(HttpResponse<String> response, String path) {
        return JsonPath.read(response.body(), path);
    }

    static void isProblem(HttpResponse<String> response, int status, String slug) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .get()
                .asString()
                .startsWith("application/problem+json");
        assertThat(json(response, "$.status")).isEqualTo(status);
        assertThat(json(response, "$.type")).isEqualTo("/problems/" + slug);
        assertThat(json(response, "$.title")).asString().isNotBlank();
        assertThat(json(response, "$.detail")).asString().isNotBlank();
        assertThat(response.body()).doesNotContain("Exception", "java.", "localhost", "tomcat");
    }
}
