package uk.kinbridge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A provider tells what became of a mail: nobody signs in, and its token is for the service behind us to check. */
class CallbackTest extends RunningGatewayTest {

    private static final String PATH = "/callbacks/govuk-notify";

    @Test
    void passes_with_the_token_that_the_provider_brought() {
        HttpResponse<String> response = caller.send(
                caller.to(PATH, "Authorization", "Bearer of-the-provider", "Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(json(response, "$.came")).isEqualTo("Bearer of-the-provider");
        assertThat(response.headers().map()).doesNotContainKey("Set-Cookie");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /callbacks/govuk-notify",
        "POST, /callbacks/other",
        "POST, /callbacks/govuk-notify/more",
        "PUT, /callbacks/govuk-notify"
    })
    void nothing_else_passes(String method, String path) {
        HttpResponse<String> response = caller.send(caller.to(path, "Authorization", "Bearer of-the-provider")
                .method(method, BodyPublishers.ofString("{}")));

        assertThat(response.statusCode()).isIn(401, 403, 404, 405);
        assertThat(response.body()).doesNotContain("came");
    }
}
