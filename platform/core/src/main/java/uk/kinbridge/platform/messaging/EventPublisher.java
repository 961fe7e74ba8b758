package uk.kinbridge.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import uk.kinbridge.platform.mongo.OutboxEntry;

/** Hands one event to the broker and waits until the broker has it safe in every queue that wants it. */
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
        var message = MessageBuilder.withBody(entry.event().getBytes(StandardCharsets.UTF_8))
                .setContentType(CloudEvents.CONTENT_TYPE)
                .setMessageId(entry.id())
                .setType(entry.type())
                .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
                .build();
        var correlation = new CorrelationData(entry.id());
        rabbit.send(exchange, entry.type(), message, correlation);
        try {
            var confirm = correlation.getFuture().get(confirmTimeout.toMillis(), TimeUnit.MILLISECONDS);
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
