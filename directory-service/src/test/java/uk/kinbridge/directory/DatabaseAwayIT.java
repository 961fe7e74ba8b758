package uk.kinbridge.directory;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.client.RestTestClient;
import uk.kinbridge.platform.testing.Tokens;

/** A telephone number is never refused because a computer is unwell. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.mongodb.uri=mongodb://localhost:1",
            "kinbridge.mongodb.patience=200ms",
            "kinbridge.security.client.token-uri=http://localhost:1/token"
        })
@AutoConfigureRestTestClient
@ContextConfiguration(initializers = Tokens.Realm.class)
class DatabaseAwayIT {

    @Autowired
    RestTestClient http;

    @Test
    void whom_to_call_is_answered() {
        http.get()
                .uri("/api/contacts/now?area=isle-of-wight&need=child-protection&at=2026-12-26T03:00:00Z")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.call.telephones[0].number")
                .isEqualTo("0300 555 1373");
    }

    @Test
    void protocols_agencies_and_the_open_feed_are_answered() {
        for (String uri : new String[] {
            "/api/protocols/hackney/versions/1/source",
            "/api/agencies",
            "/api/agencies/hackney-drug-treatment",
            "/api/glossary",
            "/open-referral/services",
            "/actuator/health/readiness"
        }) {
            http.get()
                    .uri(uri)
                    .header(
                            HttpHeaders.AUTHORIZATION,
                            Tokens.ofService("referral-service").header())
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
    }
}
