package uk.kinbridge.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LimitsTest extends RunningGatewayTest {

    private static final int MEGABYTE = 1024 * 1024;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @Test
    void gives_every_person_a_share_and_says_what_is_left() {
        String token = bearer();
        HttpResponse<String> first = caller.get("/api/referrals", "Authorization", token);
        assertThat(first.headers().firstValue("RateLimit-Policy")).contains("\"default\";q=80;w=60");
        assertThat(first.headers().firstValue("RateLimit")).get().asString().startsWith("\"default\";r=79;t=");

        HttpResponse<String> last = first;
        for (int i = 0; i < 100 && last.statusCode() == 200; i++) {
            last = caller.get("/api/referrals", "Authorization", token);
        }

        isProblem(last, 429, "too-many-requests");
        assertThat(last.headers().firstValue("Retry-After")).get().asString().matches("[1-9]\\d*");
        assertThat(json(last, "$.detail")).asString().contains("999");
        assertThat(caller.get("/api/referrals", "Authorization", bearer()).statusCode())
                .as("another person at the same address")
                .isEqualTo(200);
    }

    @Test
    void stops_an_address_that_keeps_trying_tokens() {
        Caller attacker = new Caller(port, "127.0.2.1");
        HttpResponse<String> last = attacker.get("/api/referrals", "Authorization", "Bearer guess");
        for (int i = 0; i < 40 && last.statusCode() == 401; i++) {
            last = attacker.get("/api/referrals", "Authorization", "Bearer guess" + i);
        }

        isProblem(last, 429, "too-many-requests");
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
        assertThat(caller.get("/api/referrals", "Authorization", bearer()).statusCode())
                .as("others elsewhere")
                .isEqualTo(200);
        assertThat(attacker.get("/api/referrals", "Authorization", bearer()).statusCode())
                .as("whoever is signed in behind the same address")
                .isEqualTo(200);
    }

    @Test
    void refuses_a_body_that_says_it_is_too_large() {
        isProblem(post("/api/referrals", BodyPublishers.ofByteArray(new byte[MEGABYTE + 1])), 413, "too-large");
        Neighbours.REFERRAL.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void refuses_a_body_that_only_turns_out_to_be_too_large() {
        var breaker = breakers.circuitBreaker("referral");
        breaker.reset();

        isProblem(post("/api/referrals", ofUnknownLength(3 * MEGABYTE)), 413, "too-large");

        assertThat(breaker.getMetrics().getNumberOfFailedCalls())
                .as("the caller's fault is not the service's")
                .isZero();
    }

    @Test
    void lets_documents_be_larger_but_not_endless() {
        assertThat(post("/api/documents", BodyPublishers.ofByteArray(new byte[11 * MEGABYTE]))
                        .statusCode())
                .isEqualTo(200);
        Neighbours.REFERRAL.verify(1, postRequestedFor(urlEqualTo("/api/documents")));

        isProblem(post("/api/documents", BodyPublishers.ofByteArray(new byte[13 * MEGABYTE])), 413, "too-large");
    }

    @Test
    void lets_documents_of_an_assessment_be_as_large_and_nothing_else_of_it() {
        var attachments = "/api/assessments/A-1/sections/caring/attachments";

        assertThat(post(attachments, BodyPublishers.ofByteArray(new byte[11 * MEGABYTE]))
                        .statusCode())
                .isEqualTo(200);
        isProblem(post(attachments, BodyPublishers.ofByteArray(new byte[13 * MEGABYTE])), 413, "too-large");
        isProblem(
                post("/api/assessments/A-1/sections/caring", BodyPublishers.ofByteArray(new byte[2 * MEGABYTE])),
                413,
                "too-large");
    }

    @Test
    void passes_on_a_body_of_unknown_length_that_is_small_enough() {
        assertThat(post("/api/referrals", ofUnknownLength(MEGABYTE)).statusCode())
                .isEqualTo(200);

        assertThat(Neighbours.REFERRAL
                        .findAll(postRequestedFor(urlEqualTo("/api/referrals")))
                        .getFirst()
                        .getBody())
                .hasSize(MEGABYTE);
    }

    @Test
    void answers_headers_that_are_too_large_with_a_problem() {
        isProblem(caller.get("/api/referrals", "X-Large", "x".repeat(20_000)), 400, "malformed-request");
    }

    private HttpResponse<String> post(String path, BodyPublisher body) {
        return caller.send(caller.to(path, "Authorization", bearer(), "Content-Type", "application/octet-stream")
                .POST(body));
    }

    private static BodyPublisher ofUnknownLength(int bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
    }
}
