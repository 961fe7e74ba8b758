package uk.kinbridge.platform.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.platform.testing.Tokens;
import uk.kinbridge.platform.tiny.OverHttp;

@OverHttp
@ExtendWith(OutputCaptureExtension.class)
class DiscreetLogsTest {

    private static final String BEARER = Tokens.of("marguerite.blake")
            .name("Marguerite Blake")
            .agency("hackney")
            .header();

    @Autowired
    RestTestClient http;

    @Test
    void a_failing_request_is_logged_without_what_the_person_sent(CapturedOutput output) {
        http.get()
                .uri("/api/teas/spill?over=Marguerite")
                .header(HttpHeaders.AUTHORIZATION, BEARER)
                .exchange()
                .expectStatus()
                .isEqualTo(500);
        JsonNode line = JsonMapper.shared().readTree(lineWith(output, "Answering 500"));
        assertThat(line.at("/error/type").asString()).isEqualTo("java.lang.IllegalStateException");
        assertThat(line.at("/error/stack_trace").asString()).contains("TinyService$Teas.spill");
        assertThat(line.at("/service/name").asString()).isEqualTo("tiny-service");
        assertThat(line.toString()).contains("\"agency\":\"hackney\"").contains("traceId");
        assertThat(output.getAll()).doesNotContainIgnoringCase("Marguerite");
    }

    @Test
    void refused_bodies_and_addresses_are_not_logged(CapturedOutput output) {
        for (String body : new String[] {
            "{\"name\": \"Marguerite\", \"minutes\": \"Marguerite\"}",
            "{\"name\": \"Marguerite\", \"Marguerite\": 1}",
            "{\"name\": Marguerite"
        }) {
            http.post()
                    .uri("/api/teas?for=Marguerite")
                    .header(HttpHeaders.AUTHORIZATION, BEARER)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(body)
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
        http.get()
                .uri("/api/teas/kind?kind=Marguerite")
                .header(HttpHeaders.AUTHORIZATION, BEARER)
                .exchange()
                .expectStatus()
                .isBadRequest();
        assertThat(output.getAll()).doesNotContainIgnoringCase("Marguerite");
    }

    private static String lineWith(CapturedOutput output, String text) {
        return output.getAll()
                .lines()
                .filter(line -> line.contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no log line with " + text));
    }
}
