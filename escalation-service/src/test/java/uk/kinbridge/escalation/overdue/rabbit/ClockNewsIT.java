package uk.kinbridge.escalation.overdue.rabbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.escalation.overdue.Concern;
import uk.kinbridge.escalation.overdue.OverdueConcerns;
import uk.kinbridge.platform.testing.Brokers;
import uk.kinbridge.platform.testing.Databases;
import uk.kinbridge.platform.testing.Tokens;

/** JWP-14: a breach in another service arrives, once, as a concern that the manager is told of; the act ends it. */
@SpringBootTest(
        properties = {"kinbridge.messaging.prefix=test-escalation-news", "kinbridge.peers.directory=http://localhost:9"
        })
@ContextConfiguration(initializers = {Tokens.Realm.class, Databases.ForContext.class, Brokers.ForContext.class})
class ClockNewsIT {

    private static final String EXCHANGE = "test-escalation-news.events";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    RabbitTemplate rabbit;

    @Autowired
    AmqpAdmin admin;

    @Autowired
    OverdueConcerns concerns;

    private final String referral = UUID.randomUUID().toString();
    private final Queue heard = QueueBuilder.durable("test-heard-" + referral).build();

    @BeforeEach
    void listen() {
        admin.declareQueue(heard);
        admin.declareBinding(
                BindingBuilder.bind(heard).to(new TopicExchange(EXCHANGE)).with("uk.kinbridge.notice.requested.v1"));
    }

    @AfterEach
    void leave() {
        admin.deleteQueue(heard.getName());
    }

    @Test
    void becomes_one_concern_however_often_it_is_told_and_ends_with_the_act() throws IOException {
        publish("clock.breached.v1");
        publish("clock.breached.v1");
        await().atMost(SOON).until(() -> found().size() == 1);

        // The service whose clock it is has told the manager of who owes it; the other side's manager hears of it here.
        assertThat(notices()).singleElement().satisfies(notice -> {
            assertThat(notice.at("/data/about/type").asString()).isEqualTo("overdue-obligation");
            assertThat(notice.at("/data/recipient/agency").asString()).isEqualTo("hackney-childrens-social-care");
            assertThat(notice.at("/data/recipient/role").asString()).isEqualTo("manager");
        });

        publish("clock.met.v1");
        await().atMost(SOON).until(() -> !found().getFirst().isOpen());
        assertThat(found()).hasSize(1);
    }

    @Test
    void the_act_may_overtake_the_breach() throws IOException {
        publish("clock.met.v1");
        await().atMost(SOON).until(() -> found().size() == 1);
        publish("clock.breached.v1");
        publish("clock.breached.v1");

        await().during(Duration.ofSeconds(2)).atMost(SOON).until(() -> found().size() == 1);
        assertThat(found().getFirst().isOpen()).isFalse();
    }

    /** The first, and whatever else comes within two seconds. */
    private List<JsonNode> notices() {
        var notices = new ArrayList<JsonNode>();
        for (var next = rabbit.receive(heard.getName(), SOON.toMillis());
                next != null;
                next = rabbit.receive(heard.getName(), 2_000)) {
            notices.add(JSON.readTree(next.getBody()));
        }
        return notices;
    }

    private List<Concern> found() {
        return concerns.list("hackney-drug-treatment", false, null, 1_000).stream()
                .map(OverdueConcerns.Held::concern)
                .filter(c -> c.overdue().source().id().equals(referral))
                .toList();
    }

    /** The example of the contract, about a referral of our own; the same message each time. */
    private void publish(String name) throws IOException {
        try (InputStream example = Objects.requireNonNull(
                ClockNewsIT.class.getResourceAsStream("/contracts/events/examples/" + name + ".json"))) {
            var text = new String(example.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("01kb1q3s5jrr4g7y8v9w2x3z4a", referral);
            rabbit.send(
                    EXCHANGE,
                    "uk.kinbridge." + name,
                    MessageBuilder.withBody(text.getBytes(StandardCharsets.UTF_8))
                            .setContentType("application/cloudevents+json")
                            .build());
        }
    }
}
