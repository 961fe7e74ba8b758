package uk.kinbridge.platform.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.platform.tiny.OverHttp;

@OverHttp
class DescriptionTest {

    @Autowired
    RestTestClient http;

    @Test
    void says_how_to_sign_in_and_what_a_problem_looks_like() {
        JsonNode api = description();
        assertThat(api.at("/openapi").asString()).startsWith("3.1");
        assertThat(api.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        assertThat(api.at("/security/0").has("bearer")).isTrue();
        assertThat(api.at("/components/schemas/Problem/properties/obligation/type")
                        .asString())
                .isEqualTo("string");
    }

    @Test
    void names_the_headers_and_problems_of_a_creation() {
        JsonNode create = description().at("/paths/~1api~1cups/post");
        assertThat(parameters(create)).containsExactly("header Idempotency-Key");
        assertThat(create.at("/responses").propertyNames()).contains("400", "401", "403", "409", "422", "503");
    }

    @Test
    void names_the_headers_and_problems_of_a_change() {
        JsonNode change = description().at("/paths/~1api~1teas~1one/put");
        assertThat(parameters(change)).containsExactly("header If-Match");
        assertThat(change.at("/responses").propertyNames()).contains("412", "428");
    }

    @Test
    void names_the_parameters_of_a_list_and_hides_what_is_ours() {
        JsonNode list = description().at("/paths/~1api~1teas~1list/get");
        assertThat(parameters(list)).containsExactlyInAnyOrder("query limit", "query cursor");
        assertThat(parameters(description().at("/paths/~1api~1teas~1whoami/get")))
                .isEmpty();
    }

    @Test
    void every_reference_leads_somewhere() {
        JsonNode api = description();
        api.findValues("$ref")
                .forEach(ref -> assertThat(api.at(ref.asString().substring(1)).isMissingNode())
                        .as(ref.asString())
                        .isFalse());
    }

    private static List<String> parameters(JsonNode operation) {
        List<String> names = new ArrayList<>();
        operation
                .at("/parameters")
                .forEach(parameter -> names.add(parameter.at("/in").asString() + " "
                        + parameter.at("/name").asString()));
        return names;
    }

    private JsonNode description() {
        byte[] body = http.get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(Objects.requireNonNull(body));
    }
}
