package uk.kinbridge.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Exchange;
import org.springframework.amqp.core.Queue;

class TopologyTest {

    private static final Map<String, List<String>> READERS = Map.of("reader", List.of("uk.kinbridge.told.v1"));

    @Test
    void every_name_begins_with_the_prefix() {
        var declared = new Topology("other").declarables(READERS, 20);

        assertThat(declared.getDeclarablesByType(Exchange.class))
                .extracting(Exchange::getName)
                .containsExactlyInAnyOrder("other.events", "other.dead-letters");
        assertThat(declared.getDeclarablesByType(Queue.class))
                .extracting(Queue::getName)
                .containsExactlyInAnyOrder("other.reader", "other.reader.dead");
    }

    @Test
    void a_reader_receives_its_types_and_its_dead_letters_stay_its_own() {
        var declared = new Topology("kinbridge").declarables(READERS, 20);

        assertThat(declared.getDeclarablesByType(Binding.class))
                .extracting(b -> b.getExchange() + " " + b.getRoutingKey() + " " + b.getDestination())
                .containsExactlyInAnyOrder(
                        "kinbridge.events uk.kinbridge.told.v1 kinbridge.reader",
                        "kinbridge.dead-letters kinbridge.reader kinbridge.reader.dead");
        assertThat(declared.getDeclarablesByType(Queue.class))
                .filteredOn(q -> q.getName().equals("kinbridge.reader"))
                .singleElement()
                .extracting(Queue::getArguments)
                .satisfies(arguments -> assertThat(arguments)
                        .containsEntry("x-queue-type", "quorum")
                        .containsEntry("x-delivery-limit", 20)
                        .containsEntry("x-dead-letter-exchange", "kinbridge.dead-letters")
                        .containsEntry("x-dead-letter-strategy", "at-least-once"));
    }
}
