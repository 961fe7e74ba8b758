package uk.kinbridge.platform.messaging;

import com.rabbitmq.client.Channel;
import io.cloudevents.core.format.EventDeserializationException;
import io.cloudevents.rw.CloudEventRWException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.listener.api.ChannelAwareMessageListener;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import uk.kinbridge.platform.mongo.DatabaseAway;

/** Gives each event of this service's queue to those who handle its type. */
final class EventDispatcher implements ChannelAwareMessageListener {

    private static final Logger log = LoggerFactory.getLogger(EventDispatcher.class);

    private final Map<String, List<EventHandler>> handlers = new HashMap<>();
    private final CloudEvents events;
    private final TraceScope trace;
    private final Runnable infrastructureDown;

    /** @param infrastructureDown told when an event could not be handled because something that we need is away */
    EventDispatcher(List<EventHandler> all, CloudEvents events, TraceScope trace, Runnable infrastructureDown) {
        for (var handler : all) {
            handler.types().forEach(type -> handlers.merge(type, List.of(handler), EventDispatcher::both));
        }
        this.events = events;
        this.trace = trace;
        this.infrastructureDown = infrastructureDown;
    }

    private static List<EventHandler> both(List<EventHandler> some, List<EventHandler> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }

    Set<String> types() {
        return Set.copyOf(handlers.keySet());
    }

    /**
     * Tells the broker itself what became of the message, since the words differ: a rejection counts towards the
     * delivery limit, a negative acknowledgement does not (from RabbitMQ 4.3 on). So a message that is a bug here ends
     * among the dead letters, and one that waits for the database never does.
     */
    @Override
    public void onMessage(Message message, @Nullable Channel channel) throws IOException {
        var delivery = message.getMessageProperties().getDeliveryTag();
        var broker = Objects.requireNonNull(channel);
        try {
            dispatch(message);
        } catch (EventDeserializationException | CloudEventRWException unreadable) {
            log.error("a message is no event, and no later delivery of it will be", unreadable);
            broker.basicReject(delivery, false);
            return;
        } catch (RuntimeException failed) {
            if (isInfrastructure(failed)) {
                log.warn("an event waits in the queue: {}", failed.getClass().getSimpleName());
                infrastructureDown.run();
                broker.basicNack(delivery, false, true);
            } else {
                log.error("an event cannot be handled", failed);
                broker.basicReject(delivery, true);
            }
            return;
        }
        broker.basicAck(delivery, false);
    }

    private void dispatch(Message message) {
        var event = events.decode(message.getBody());
        try (var ignored = trace.continuing(events.traceContextOf(message.getBody()))) {
            for (var handler : handlers.getOrDefault(event.type(), List.of())) {
                handler.handle(event);
            }
        }
    }

    private static boolean isInfrastructure(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof NonTransientDataAccessResourceException
                    || DatabaseAway.isSaidBy(cause)
                    || cause instanceof java.io.IOException) {
                return true;
            }
        }
        return false;
    }
}
