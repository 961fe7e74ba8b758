package uk.kinbridge.notification.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.notification.delivery.TidingsBuilder.AGENCY;
import static uk.kinbridge.notification.delivery.TidingsBuilder.MONDAY_TEN;
import static uk.kinbridge.notification.delivery.TidingsBuilder.tidings;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.client.RestTestClient;
import uk.kinbridge.notification.delivery.Addressee;
import uk.kinbridge.notification.delivery.Channel;
import uk.kinbridge.notification.delivery.Deliveries;
import uk.kinbridge.notification.delivery.Delivery;
import uk.kinbridge.platform.testing.Databases;
import uk.kinbridge.platform.testing.Tokens;

/** GOV.UK Notify tells what became of something, as its published interface has it: also twice, and in any order. */
@SpringBootTest(
        classes = ChannelsOverHttp.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "kinbridge.channels.govuk-notify.callback-token=of-the-provider",
            "kinbridge.security.permit=/callbacks/govuk-notify"
        })
@AutoConfigureRestTestClient
@ContextConfiguration(initializers = {Tokens.Realm.class, Databases.ForContext.class})
class NotifyCallbackTest {

    private static final String BODY = """
            {"id": "201b576e-c09b-467b-9dfa-9c3b689ee730", "reference": "%s", "to": "amala@example.com",
             "status": "%s", "created_at": "2026-11-23T10:00:09.090424Z", "completed_at": "%s",
             "sent_at": "2026-11-23T10:00:09.219763Z", "notification_type": "email",
             "template_id": "9d751e0e-f929-4891-82a1-a3e1c3c18ee3", "template_version": 1}""";

    @Autowired
    private RestTestClient http;

    @Autowired
    private Deliveries deliveries;

    private final String id = "d" + UUID.randomUUID();

    @BeforeEach
    void aMailIsOnItsWay() {
        deliveries.addOnce(
                Delivery.planned(
                        id,
                        Channel.EMAIL,
                        Addressee.person(AGENCY, "p"),
                        tidings().build(),
                        "en",
                        MONDAY_TEN,
                        MONDAY_TEN),
                MONDAY_TEN);
    }

    @Test
    void a_mail_that_has_arrived_counts_as_that_once() {
        tell("delivered", "2026-11-23T10:00:10Z", "Bearer of-the-provider")
                .expectStatus()
                .isNoContent();
        var version = deliveries.find(id).orElseThrow().version();
        tell("delivered", "2026-11-23T10:00:10Z", "Bearer of-the-provider")
                .expectStatus()
                .isNoContent();

        var kept = deliveries.find(id).orElseThrow();
        assertThat(kept.delivery().state()).isEqualTo(Delivery.State.ARRIVED);
        assertThat(kept.version()).as("the second one changed nothing").isEqualTo(version);
    }

    @Test
    void a_mail_that_never_will_is_a_dead_letter() {
        tell("permanent-failure", "2026-11-23T10:00:10Z", "Bearer of-the-provider")
                .expectStatus()
                .isNoContent();

        var delivery = deliveries.find(id).orElseThrow().delivery();
        assertThat(delivery.state()).isEqualTo(Delivery.State.DEAD);
        assertThat(delivery.toString()).as("whose address it was").doesNotContain("amala@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer of-the-provide",
                "Bearer of-the-provider2",
                "Basic of-the-provider"
            })
    void without_the_token_nothing_is_believed(String authorization) {
        tell("delivered", "2026-11-23T10:00:10Z", authorization).expectStatus().isUnauthorized();

        assertThat(deliveries.find(id).orElseThrow().delivery().state()).isEqualTo(Delivery.State.WAITING);
    }

    @Test
    void what_is_not_ours_is_taken_and_forgotten() {
        http.post()
                .uri("/callbacks/govuk-notify")
                .header("Authorization", "Bearer of-the-provider")
                .contentType(MediaType.APPLICATION_JSON)
                .body(BODY.formatted("somebody-elses", "delivered", "2026-11-23T10:00:10Z"))
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private RestTestClient.ResponseSpec tell(String status, String at, String authorization) {
        var request = http.post().uri("/callbacks/govuk-notify").contentType(MediaType.APPLICATION_JSON);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return request.body(BODY.formatted(id, status, at)).exchange();
    }
}
