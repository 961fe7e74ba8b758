package uk.kinbridge.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory.ConfirmType;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import uk.kinbridge.platform.mongo.OutboxEntry;
import uk.kinbridge.platform.mongo.Parcel;
import uk.kinbridge.platform.mongo.Parcels;
import uk.kinbridge.platform.testing.Brokers;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.SettableTime;
import uk.kinbridge.platform.testing.TestDatabase;

/** From the outbox to the broker: in order, at least once, and out of the outbox only when confirmed. */
@OnEachDatabase
class RelayTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String READER = "reader-service";

    private final Parcels parcels;
    private final SettableTime time = new SettableTime(NOW);
    private final Topology topology =
            new Topology("test-" + UUID.randomUUID().toString().substring(0, 8));
    private final CachingConnectionFactory connections = new CachingConnectionFactory(URI.create(Brokers.uri()));
    private final RabbitAdmin admin;
    private final RabbitTemplate rabbit;
    private final List<Relay> relays = new ArrayList<>();

    RelayTest(TestDatabase database) {
        this.parcels = new Parcels(database);
        connections.setPublisherConfirmType(ConfirmType.CORRELATED);
        connections.setPublisherReturns(true);
        this.admin = new RabbitAdmin(connections);
        this.rabbit = new RabbitTemplate(connections);
        rabbit.setMandatory(true);
        declare(List.of("Posted", "Signed"));
    }

    @AfterEach
    void tidy() {
        relays.forEach(Relay::stop);
        admin.deleteQueue(topology.queueOf(READER));
        admin.deleteQueue(topology.deadLettersOf(READER));
        admin.deleteExchange(topology.events());
        admin.deleteExchange(topology.deadLetters());
        connections.destroy();
    }

    @Test
    void events_of_a_document_arrive_in_order_and_leave_it() {
        relay(Duration.ofHours(1)).start();
        var posted = parcels.collection().insert(Parcel.posted("p-1", "books", NOW), NOW);
        parcels.collection().save(1, posted.aggregate().signed("Kit", NOW), NOW);

        assertThat(received(2)).containsExactly("parcels/p-1/1/0", "parcels/p-1/2/0");
        awaitEmpty("p-1");
        assertThat(parcels.stored("p-1")).doesNotContainKey("relayAt").containsEntry("version", 2L);
    }

    @Test
    void polling_finds_what_no_nudge_told_of() {
        parcels.collection().insert(Parcel.posted("p-2", "books", NOW), NOW);

        relay(Duration.ofMillis(50)).start();

        assertThat(received(1)).containsExactly("parcels/p-2/1/0");
        awaitEmpty("p-2");
    }

    @Test
    void what_was_published_and_not_taken_out_is_published_again_under_the_same_id() throws Exception {
        parcels.collection().insert(Parcel.posted("p-3", "books", NOW), NOW);
        var claim = parcels.outbox().claim("p-3", NOW, Duration.ofSeconds(10)).orElseThrow();
        publisher().publish(claim.entries().getFirst());
        // the process dies here; its lease runs out

        time.advance(Duration.ofSeconds(10));
        relay(Duration.ofMillis(50)).start();

        assertThat(received(2)).containsExactly("parcels/p-3/1/0", "parcels/p-3/1/0");
        awaitEmpty("p-3");
    }

    @Test
    void an_event_that_no_queue_wants_stays_in_its_document() throws Exception {
        var unwanted = new OutboxEntry("e-1", "Late", "{}");

        org.assertj.core.api.Assertions.assertThatExceptionOfType(EventPublisher.NotConfirmed.class)
                .isThrownBy(() -> publisher().publish(unwanted))
                .withMessageContaining("no queue");
    }

    @Test
    void two_instances_leave_nothing_behind() {
        relay(Duration.ofMillis(20)).start();
        relay(Duration.ofMillis(20)).start();
        for (int i = 0; i < 30; i++) {
            parcels.collection().insert(Parcel.posted("two-" + i, "books", NOW), NOW);
        }

        assertThat(received(30)).hasSize(30).doesNotHaveDuplicates();
        for (int i = 0; i < 30; i++) {
            awaitEmpty("two-" + i);
        }
    }

    @Test
    void an_event_that_is_refused_keeps_no_other_documents_events_back() {
        admin.removeBinding(new org.springframework.amqp.core.Binding(
                topology.queueOf(READER),
                org.springframework.amqp.core.Binding.DestinationType.QUEUE,
                topology.events(),
                "Signed",
                null));
        var refused = parcels.collection().insert(Parcel.posted("both-1", "books", NOW), NOW);
        parcels.collection().save(1, refused.aggregate().signed("Kit", NOW), NOW);
        parcels.collection().insert(Parcel.posted("both-2", "books", NOW), NOW);

        relay(Duration.ofMillis(50)).start();

        assertThat(received(2)).containsExactlyInAnyOrder("parcels/both-1/1/0", "parcels/both-2/1/0");
        awaitEmpty("both-2");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> parcels.waiting("both-1").equals(List.of("Signed")));

        declare(List.of("Posted", "Signed"));
        time.advance(Duration.ofSeconds(10));
        assertThat(received(1)).containsExactly("parcels/both-1/2/0");
        awaitEmpty("both-1");
    }

    private void declare(List<String> types) {
        topology.declarables(Map.of(READER, types), 5).getDeclarables().forEach(declarable -> {
            switch (declarable) {
                case org.springframework.amqp.core.Exchange exchange -> admin.declareExchange(exchange);
                case org.springframework.amqp.core.Queue queue -> admin.declareQueue(queue);
                case org.springframework.amqp.core.Binding binding -> admin.declareBinding(binding);
                default -> throw new IllegalStateException("what is " + declarable);
            }
        });
    }

    private EventPublisher publisher() {
        return new EventPublisher(rabbit, topology.events(), Duration.ofSeconds(5));
    }

    private Relay relay(Duration interval) {
        var properties = new MessagingProperties(
                "unused", Map.of(), 5, interval, Duration.ofSeconds(10), Duration.ofSeconds(5), 2, 4);
        var relay = new Relay(parcels.aggregates(), publisher(), time, properties);
        relays.add(relay);
        return relay;
    }

    private List<String> received(int count) {
        var ids = new ArrayList<String>();
        Awaitility.await().atMost(PATIENCE).until(() -> {
            for (var message = rabbit.receive(topology.queueOf(READER));
                    message != null;
                    message = rabbit.receive(topology.queueOf(READER))) {
                assertThat(new String(message.getBody(), StandardCharsets.UTF_8))
                        .isNotEmpty();
                ids.add(String.valueOf(message.getMessageProperties().getMessageId()));
            }
            return ids.size() >= count;
        });
        return ids;
    }

    private void awaitEmpty(String id) {
        Awaitility.await().atMost(PATIENCE).until(() -> parcels.waiting(id).isEmpty());
    }
}
