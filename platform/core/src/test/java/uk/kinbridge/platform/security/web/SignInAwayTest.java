package uk.kinbridge.platform.security.web;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.client.RestTestClient;
import uk.kinbridge.platform.testing.Databases;
import uk.kinbridge.platform.testing.Tokens;
import uk.kinbridge.platform.tiny.TinyService;

/** Nobody serves the realm's keys on port 1. */
@SpringBootTest(
        classes = TinyService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=referral-service",
            "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://localhost:1/keys",
            "kinbridge.safety.telephone-advice=Call 020 7946 0000 instead."
        })
@AutoConfigureRestTestClient
@ContextConfiguration(initializers = Databases.ForContext.class)
class SignInAwayTest {

    @Autowired
    RestTestClient http;

    @Test
    void a_token_that_cannot_be_checked_is_not_called_bad() {
        http.get()
                .uri("/api/teas/whoami")
                .header(
                        HttpHeaders.AUTHORIZATION,
                        Tokens.of("sade.okafor").agency("hackney").header())
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/unavailable")
                .jsonPath("$.detail")
                .isEqualTo("The sign-in server does not answer, so your token cannot be checked. Nothing was saved."
                        + " Call 020 7946 0000 instead.");
    }
}
