package uk.kinbridge.platform.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import uk.kinbridge.platform.testing.Bearer;
import uk.kinbridge.platform.testing.Tokens;
import uk.kinbridge.platform.tiny.Cups;
import uk.kinbridge.platform.tiny.OverHttp;

@OverHttp
class IdempotentCreationTest {

    private static final Bearer SADE = Tokens.of("sade.okafor").agency("hackney");
    private static final Bearer TOM = Tokens.of("tom.brandt").agency("hackney");

    @Autowired
    RestTestClient http;

    @Autowired
    Cups cups;

    private final String key = UUID.randomUUID().toString();

    @Test
    void the_same_request_again_gets_the_same_answer_and_runs_once() {
        int before = cups.runs.get();
        var first = body(create(SADE, key, "blue"));
        var second = body(create(SADE, key, "blue"));
        assertThat(first.getStatus().value()).isEqualTo(201);
        assertThat(second.getStatus()).isEqualTo(first.getStatus());
        assertThat(second.getResponseBody()).isEqualTo(first.getResponseBody());
        for (String header : new String[] {HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CONTENT_TYPE}) {
            assertThat(second.getResponseHeaders().get(header))
                    .isNotEmpty()
                    .isEqualTo(first.getResponseHeaders().get(header));
        }
        assertThat(second.getResponseHeaders().getFirst("Idempotency-Replayed")).isEqualTo("true");
        assertThat(cups.runs.get()).isEqualTo(before + 1);
    }

    @Test
    void a_key_may_come_quoted() {
        var first = body(create(SADE, key, "blue"));
        assertThat(body(create(SADE, '"' + key + '"', "blue")).getResponseBody())
                .isEqualTo(first.getResponseBody());
    }

    @Test
    void the_same_key_with_another_body_is_422() {
        create(SADE, key, "blue").expectStatus().isCreated();
        problem(create(SADE, key, "red"), 422, "idempotency-key-reused");
    }

    @Test
    void another_persons_key_is_another_key() {
        create(SADE, key, "blue").expectStatus().isCreated();
        create(TOM, key, "red").expectStatus().isCreated();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "with space"})
    void a_creation_needs_a_usable_key(String unusable) {
        problem(create(SADE, unusable, "blue"), 400, "idempotency-key-missing");
    }

    @Test
    void a_refusal_is_final() {
        int before = cups.runs.get();
        problem(create(SADE, key, "cracked"), 409, "cracked");
        problem(create(SADE, key, "cracked"), 409, "cracked");
        assertThat(cups.runs.get()).isEqualTo(before + 1);
    }

    @Test
    void a_failure_is_not_kept_and_the_repetition_arrives_at_the_same_id() {
        problem(create(SADE, key, "slips once"), 500, "unexpected");
        create(SADE, key, "slips once")
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.sawIdBefore")
                .isEqualTo(true);
    }

    @Test
    void while_the_first_is_running_the_second_is_409() throws InterruptedException {
        var first = CompletableFuture.supplyAsync(() -> body(create(SADE, key, "slow")));
        cups.arrived.acquire();
        try {
            var second = create(SADE, key, "slow");
            second.expectHeader().exists(HttpHeaders.RETRY_AFTER);
            problem(second, 409, "idempotency-in-flight");
        } finally {
            cups.released.release();
        }
        assertThat(body(create(SADE, key, "slow")).getResponseBody())
                .isEqualTo(first.join().getResponseBody());
    }

    @Test
    void files_are_compared_by_content_and_not_by_the_boundary_between_them() {
        var first = body(upload("picture of a cup", "blue").expectStatus().isCreated());
        assertThat(body(upload("picture of a cup", "blue")).getResponseBody()).isEqualTo(first.getResponseBody());
        problem(upload("picture of a mug", "blue"), 422, "idempotency-key-reused");
        problem(upload("picture of a cup", "red"), 422, "idempotency-key-reused");
    }

    @Test
    void a_malformed_body_is_refused_as_everywhere() {
        problem(
                http.post()
                        .uri("/api/cups")
                        .header(HttpHeaders.AUTHORIZATION, SADE.header())
                        .header("Idempotency-Key", key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body("{\"cup\": ")
                        .exchange(),
                400,
                "malformed-json");
    }

    @Test
    void a_body_over_the_limit_is_413() {
        problem(create(SADE, key, "x".repeat(1_100_000)), 413, "too-large");
    }

    @Test
    void a_file_over_the_limit_is_413() {
        problem(upload("x".repeat(5_000), "blue"), 413, "too-large");
    }

    @Test
    void parts_that_cannot_be_read_are_the_sender_s_fault() {
        problem(
                http.post()
                        .uri("/api/cups/pictures")
                        .header(HttpHeaders.AUTHORIZATION, SADE.header())
                        .header("Idempotency-Key", key)
                        .header(HttpHeaders.CONTENT_TYPE, "multipart/form-data")
                        .body("no boundary")
                        .exchange(),
                400,
                "invalid-request");
    }

    private RestTestClient.ResponseSpec create(Bearer bearer, String key, String cup) {
        return http.post()
                .uri("/api/cups")
                .header(HttpHeaders.AUTHORIZATION, bearer.header())
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"cup\": \"" + cup + "\"}")
                .exchange();
    }

    private RestTestClient.ResponseSpec upload(String content, String cup) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("picture", new ByteArrayResource(content.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "cup.png";
            }
        });
        var json = new HttpHeaders();
        json.setContentType(MediaType.APPLICATION_JSON);
        parts.add("order", new org.springframework.http.HttpEntity<>("{\"cup\": \"" + cup + "\"}", json));
        return http.post()
                .uri("/api/cups/pictures")
                .header(HttpHeaders.AUTHORIZATION, SADE.header())
                .header("Idempotency-Key", key)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts)
                .exchange();
    }

    private static EntityExchangeResult<String> body(RestTestClient.ResponseSpec answer) {
        return answer.expectBody(String.class).returnResult();
    }

    private static void problem(RestTestClient.ResponseSpec answer, int status, String slug) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.type").isEqualTo("/problems/" + slug);
    }
}
