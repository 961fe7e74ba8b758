package uk.kinbridge.notification.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.notification.notice.RequestBuilder.aRequest;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import uk.kinbridge.notification.Events;
import uk.kinbridge.notification.WholeService;
import uk.kinbridge.notification.notice.People;
import uk.kinbridge.notification.notice.Urgency;
import uk.kinbridge.notification.notice.web.Callers;
import uk.kinbridge.platform.security.Role;

/** The whole service: another one asks that somebody be told, and a mail and a webhook tell them (HAC-17). */
@WholeService
class NoticeByMailIT {

    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final WireMockServer OTHERS =
            new WireMockServer(wireMockConfig().dynamicPort());

    @Autowired
    private RestTestClient http;

    @Autowired
    private Events events;

    @DynamicPropertySource
    static void everythingAround(DynamicPropertyRegistry properties) {
        MAIL.start();
        OTHERS.start();
        OTHERS.stubFor(post("/token")
                .willReturn(okJson("{\"access_token\": \"t\", \"token_type\": \"Bearer\", \"expires_in\": 300}")));
        OTHERS.stubFor(get(urlPathEqualTo("/api/agencies/hackney-drug-treatment/on-duty"))
                .willReturn(okJson("""
                        {"open": true, "answering": "safeguarding-lead", "people": [
                          {"subject": "id-of-leila.haddad", "name": "Leila Haddad", "basis": "role",
                           "delegate": false, "because": "has the role"}]}""")));
        OTHERS.stubFor(get(urlPathEqualTo("/api/agencies/hackney-drug-treatment/practitioners"))
                .willReturn(okJson("""
                        {"items": [{"subject": "id-of-leila.haddad", "username": "leila.haddad",
                          "name": "Leila Haddad", "email": "leila.haddad@example.org"}]}""")));
        OTHERS.stubFor(post("/hook").willReturn(ok()));
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
        properties.add("kinbridge.channels.email", () -> "smtp");
        properties.add("kinbridge.channels.from", () -> "kinbridge@kinbridge.example");
        properties.add("kinbridge.channels.interval", () -> "100ms");
        properties.add("kinbridge.channels.webhooks.sealing-key", () -> "a key for tests");
        properties.add("kinbridge.channels.webhooks.allow-inside", () -> "localhost");
        properties.add("kinbridge.peers.directory", OTHERS::baseUrl);
        properties.add("kinbridge.security.client.secret", () -> "secret");
        properties.add("kinbridge.security.client.token-uri", () -> OTHERS.baseUrl() + "/token");
    }

    @AfterAll
    static void stop() {
        MAIL.stop();
        OTHERS.stop();
    }

    @Test
    void the_person_gets_one_mail_and_the_system_one_call_however_often_the_request_comes() throws Exception {
        http.post()
                .uri("/api/webhooks")
                .header("Authorization", administrator())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .body("{\"url\": \"http://localhost:" + OTHERS.port()
                        + "/hook\", \"description\": \"Case management\"}")
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.secret")
                .value(String.class, secret -> assertThat(secret).startsWith("whsec_"));
        var request = aRequest().about("referral-" + UUID.randomUUID()).urgency(Urgency.IMMEDIATE);
        var event = "event-" + UUID.randomUUID();

        events.request(event, request);
        events.request(event, request);

        await(() -> MAIL.getReceivedMessages().length == 1 && calls() == 1);
        Thread.sleep(1500);
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
        assertThat(calls()).isEqualTo(1);
        var mail = MAIL.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()[0]).hasToString("leila.haddad@example.org");
        assertThat(mail.getContent().toString())
                .contains("/api/notifications/n")
                .doesNotContain("Leila")
                .doesNotContain("Priority referral");
        http.get()
                .uri("/api/deliveries?state=handed-over")
                .header("Authorization", administrator())
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2);
        http.get()
                .uri("/api/deliveries/backlog")
                .header("Authorization", administrator())
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].due")
                .isEqualTo(0);
    }

    private static int calls() {
        return (int) OTHERS.getAllServeEvents().stream()
                .filter(event -> event.getRequest().getUrl().equals("/hook"))
                .count();
    }

    private static String administrator() {
        return Callers.of(People.person("abi.stonham", "Abi Stonham", People.DRUG_TREATMENT, Role.AGENCY_ADMIN))
                .header();
    }

    private static void await(Callable<Boolean> so) throws Exception {
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < end && !so.call()) {
            Thread.sleep(100);
        }
    }
}
