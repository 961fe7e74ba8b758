package uk.kinbridge.platform.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.client.RestTestClient;
import uk.kinbridge.platform.testing.Tokens;
import uk.kinbridge.platform.tiny.Cups;
import uk.kinbridge.platform.tiny.TinyService;

/** Nobody listens on port 1. */
@SpringBootTest(
        classes = TinyService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=referral-service",
            "spring.mongodb.uri=mongodb://127.0.0.1:1",
            "spring.mongodb.database=away",
            "kinbridge.safety.telephone-advice=Call 020 7946 0000 instead."
        })
@AutoConfigureRestTestClient
@ContextConfiguration(initializers = Tokens.Realm.class)
class DatabaseAwayTest {

    @Autowired
    RestTestClient http;

    @Autowired
    Cups cups;

    @Test
    void a_creation_is_told_that_nothing_was_saved_and_whom_to_call() {
        http.post()
                .uri("/api/cups")
                .header(
                        HttpHeaders.AUTHORIZATION,
                        Tokens.of("sade.okafor").agency("hackney").header())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"cup\": \"blue\"}")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists(HttpHeaders.RETRY_AFTER)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/unavailable")
                .jsonPath("$.detail")
                .isEqualTo("The database does not answer. Nothing was saved. Call 020 7946 0000 instead.");
        assertThat(cups.runs).hasValue(0);
    }

    @Test
    void it_takes_no_new_work_and_is_not_restarted_for_it() {
        status("/actuator/health/readiness", 503);
        status("/actuator/health/liveness", 200);
    }

    private void status(String path, int expected) {
        http.get().uri(path).exchange().expectStatus().isEqualTo(expected);
    }
}
