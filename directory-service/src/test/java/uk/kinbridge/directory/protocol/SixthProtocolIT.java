package uk.kinbridge.directory.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.kinbridge.directory.protocol.Desk.ANNA;
import static uk.kinbridge.directory.protocol.Desk.BEN;
import static uk.kinbridge.directory.protocol.Desk.SADE;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.directory.Contracts;
import uk.kinbridge.directory.OverHttp;

/** A made-up sixth protocol comes in through the API, with its own obligations and without a line of Java. */
@OverHttp
class SixthProtocolIT {

    private final JsonMapper json = new JsonMapper();

    @Autowired
    RestTestClient http;

    @Autowired
    RabbitTemplate rabbit;

    @Value("${kinbridge.messaging.prefix}")
    String prefix;

    @Test
    void is_published_by_two_persons_answers_calls_and_is_told_to_the_other_services() {
        Desk desk = new Desk(http);
        desk.upload(ANNA, Sixth.manuscript()).expectStatus().isOk();
        desk.step(ANNA, "borsetshire@1/publication", 1).expectStatus().isOk();
        http.get()
                .uri("/api/contacts/now?area=borsetshire&need=child-protection")
                .exchange()
                .expectStatus()
                .is4xxClientError();
        desk.step(BEN, "borsetshire@1/approval", 2).expectStatus().isOk();

        http.get()
                .uri("/api/contacts/now?area=borsetshire&need=child-protection&at=2026-12-26T03:00:00Z")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.call.telephones[0].number")
                .isEqualTo("01632 960001")
                .jsonPath("$.protocols[0]")
                .isEqualTo("borsetshire@1");
        desk.get(SADE, "/api/protocols/borsetshire")
                .expectBody()
                .jsonPath("$.inForce")
                .isEqualTo(true)
                .jsonPath("$._links.diagram.href")
                .isEqualTo("/api/protocols/borsetshire/versions/1/diagram");
        desk.get(SADE, "/api/protocols/borsetshire/versions/1/obligations")
                .expectBody()
                .jsonPath("$.items[1].must")
                .isEqualTo("Children's Services acknowledge within 4 working hours.");
        desk.get(SADE, "/api/agencies/borsetshire-childrens-services")
                .expectStatus()
                .isOk();

        await().untilAsserted(() -> assertThat(told()).contains("borsetshire@1"));
        JsonNode event = heard.stream()
                .filter(one -> one.path("subject").asString().equals("borsetshire@1"))
                .findFirst()
                .orElseThrow();
        assertThat(Contracts.faults(
                        VersionAnnouncements.TYPE, event.path("data").toString()))
                .isEmpty();
        var source = desk.get(SADE, event.path("data").path("source").asString())
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
        assertThat(new String(Objects.requireNonNull(source.getResponseBodyContent()), StandardCharsets.UTF_8))
                .isEqualTo(Sixth.manuscript().pack());
        assertThat(source.getResponseHeaders().getETag())
                .isEqualTo("\"" + event.path("data").path("hash").asString() + "\"");
    }

    private final List<JsonNode> heard = new ArrayList<>();

    private List<String> told() {
        for (var message = rabbit.receive(queue()); message != null; message = rabbit.receive(queue())) {
            heard.add(json.readTree(message.getBody()));
        }
        return heard.stream().map(event -> event.path("subject").asString()).toList();
    }

    private String queue() {
        return prefix + ".referral-service";
    }
}
