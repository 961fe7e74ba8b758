package uk.kinbridge.platform.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.kinbridge.platform.testing.Tokens;
import uk.kinbridge.platform.tiny.OverHttp;

@OverHttp
class BodyLimitTest {

    @LocalServerPort
    int port;

    @Test
    void a_chunked_body_that_does_not_announce_its_length_is_counted() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/teas"))
                .header(
                        "Authorization",
                        Tokens.of("sade.okafor").agency("hackney").header())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(" ".repeat(1_200_000).getBytes(StandardCharsets.US_ASCII))))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("/problems/too-large");
        }
    }
}
