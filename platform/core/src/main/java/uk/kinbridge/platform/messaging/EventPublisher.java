package uk.kinbridge.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import uk.kinbridge.platform.mongo.OutboxEntry;

/** Hands events to the broker and waits until the broker has them safe in every queue that wants them. */
final class EventPublisher {

    private final RabbitTemplate rabbit;
    private final String exchange;
    private final Duration confirmTimeout;

    EventPublisher(RabbitTemplate rabbit, String exchange, Duration confirmTimeout) {
        this.rabbit = rabbit;
        this.exchange = exchange;
        this.confirmTimeout = confirmTimeout;
    }

    /** The broker did not take an event; it stays in its outbox. */
    static final class NotConfirmed extends Exception {
        NotConfirmed(String why) {
            super(why);
        }
    }

    /**
     * @throws NotConfirmed when the broker refused it, had no queue for it, or did not answer in time
     * @throws AmqpException when the broker cannot be reached
     */
    void publish(OutboxEntry entry) throws NotConfirmed, InterruptedException {
        confirmed(entry, send(entry), confirmTimeout.toNanos());
    }

    /**
     * Hands the events of several documents over, each document's in their order, on one channel, and waits only then:
     * one wait for all.
     *
     * @return for each document how many of its events from the first on are safe, and why not all are
     * @throws AmqpException when the broker cannot be reached
     */
    List<Handed> publishAll(List<List<OutboxEntry>> documents) throws InterruptedException {
        var correlations = sent(documents);
        var end = System.nanoTime() + confirmTimeout.toNanos();
        var handed = new ArrayList<Handed>();
        for (int i = 0; i < documents.size(); i++) {
            handed.add(handed(documents.get(i), correlations.get(i), end));
        }
        return handed;
    }

    /** @param refused why no more of them were; null when all were */
    record Handed(int safe, @Nullable String refused) {}

    private List<List<CorrelationData>> sent(List<List<OutboxEntry>> documents) {
        if (documents.size() == 1 && documents.getFirst().size() == 1) {
            return List.of(List.of(send(documents.getFirst().getFirst())));
        }
        var correlations = new ArrayList<List<CorrelationData>>();
        rabbit.invoke(_ -> {
            documents.forEach(
                    entries -> correlations.add(entries.stream().map(this::send).toList()));
            return true;
        });
        return correlations;
    }

    private Handed handed(List<OutboxEntry> entries, List<CorrelationData> correlations, long end)
            throws InterruptedException {
        int safe = 0;
        try {
            for (; safe < entries.size(); safe++) {
                confirmed(entries.get(safe), correlations.get(safe), Math.max(0, end - System.nanoTime()));
            }
            return new Handed(safe, null);
        } catch (NotConfirmed refused) {
            return new Handed(safe, refused.getMessage());
        }
    }

    private CorrelationData send(OutboxEntry entry) {
        var message = MessageBuilder.withBody(entry.event().getBytes(StandardCharsets.UTF_8))
                .setContentType(CloudEvents.CONTENT_TYPE)
                .setMessageId(entry.id())
                .setType(entry.type())
                .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
                .build();
        var correlation = new CorrelationData(entry.id());
        rabbit.send(exchange, entry.type(), message, correlation);
        return correlation;
    }

    private void confirmed(OutboxEntry entry, CorrelationData correlation, long nanos)
            throws NotConfirmed, InterruptedException {
        try {
            var confirm = correlation.getFuture().get(nanos, TimeUnit.NANOSECONDS);
            if (!confirm.ack()) {
                throw new NotConfirmed("refused: " + confirm.reason());
            }
        } catch (TimeoutException silence) {
            throw new NotConfirmed("no confirmation within " + confirmTimeout);
        } catch (ExecutionException broken) {
            throw new NotConfirmed("the channel broke: " + broken.getMessage());
        }
        if (correlation.getReturned() != null) {
            throw new NotConfirmed("no queue is bound for " + entry.type());
        }
    }
}
