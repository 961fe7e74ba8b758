package uk.kinbridge.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import com.rabbitmq.client.Channel;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.UncategorizedMongoDbException;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.platform.mongo.Announcement;

class EventDispatcherTest {

    private static final long DELIVERY = 7;
    private static final String TOLD = "uk.kinbridge.told.v1";

    private final CloudEvents events =
            new CloudEvents("teller-service", JsonMapper.builder().build(), Map::of);
    private final Channel broker = mock(Channel.class);
    private final AtomicInteger pauses = new AtomicInteger();
    private final List<String> handled = new ArrayList<>();

    @Test
    void a_handled_event_is_acknowledged() throws IOException {
        dispatching(() -> {}).onMessage(told(), broker);

        assertThat(handled).containsExactly("/teller-service/e1");
        verify(broker).basicAck(DELIVERY, false);
        verifyNoMoreInteractions(broker);
    }

    @Test
    void a_bug_counts_towards_the_delivery_limit() throws IOException {
        dispatching(() -> {
                    throw new IllegalStateException("a bug");
                })
                .onMessage(told(), broker);

        verify(broker).basicReject(DELIVERY, true);
        verifyNoMoreInteractions(broker);
        assertThat(pauses).hasValue(0);
    }

    @Test
    void waiting_for_the_database_does_not_count() throws IOException {
        dispatching(() -> {
                    throw new DataAccessResourceFailureException("away", new MongoTimeoutException("away"));
                })
                .onMessage(told(), broker);

        verify(broker).basicNack(DELIVERY, false, true);
        verifyNoMoreInteractions(broker);
        assertThat(pauses).hasValue(1);
    }

    @Test
    void what_the_database_refuses_it_will_refuse_again() throws IOException {
        dispatching(() -> {
                    throw new UncategorizedMongoDbException("too long", new MongoException(17280, "too long"));
                })
                .onMessage(told(), broker);

        verify(broker).basicReject(DELIVERY, true);
        assertThat(pauses).hasValue(0);
    }

    @Test
    void what_is_no_event_goes_to_the_dead_letters_at_once() throws IOException {
        dispatching(() -> {}).onMessage(message("no event"), broker);
        dispatching(() -> {}).onMessage(message("{\"specversion\": \"1.0\"}"), broker);

        verify(broker, org.mockito.Mockito.times(2)).basicReject(DELIVERY, false);
        verifyNoMoreInteractions(broker);
        assertThat(handled).isEmpty();
    }

    @Test
    void an_event_that_nobody_handles_any_more_is_acknowledged() throws IOException {
        new EventDispatcher(List.of(), events, noTrace(), pauses::incrementAndGet).onMessage(told(), broker);

        verify(broker).basicAck(DELIVERY, false);
    }

    private EventDispatcher dispatching(Runnable effect) {
        var handler = new EventHandler() {
            @Override
            public Set<String> types() {
                return Set.of(TOLD);
            }

            @Override
            public void handle(IncomingEvent event) {
                effect.run();
                handled.add(event.messageId());
            }
        };
        return new EventDispatcher(List.of(handler), events, noTrace(), pauses::incrementAndGet);
    }

    private static TraceScope noTrace() {
        return new TraceScope(Tracer.NOOP, Propagator.NOOP);
    }

    private Message told() {
        return message(events.encode(
                        "e1",
                        new Announcement(TOLD, "subject", Map.of("fact", true)),
                        Instant.parse("2026-11-23T10:00:00Z"))
                .event());
    }

    private static Message message(String body) {
        return MessageBuilder.withBody(body.getBytes(StandardCharsets.UTF_8))
                .setDeliveryTag(DELIVERY)
                .build();
    }
}
