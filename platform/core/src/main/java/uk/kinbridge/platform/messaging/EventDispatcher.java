package uk.kinbridge.platform.messaging;

import com.mongodb.MongoException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageListener;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;

/** Gives each event of this service's queue to those who handle its type. */
final class EventDispatcher implements MessageListener {

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

    @Override
    public void onMessage(Message message) {
        var event = events.decode(message.getBody());
        try (var ignored = trace.continuing(events.traceContextOf(message.getBody()))) {
            for (var handler : handlers.getOrDefault(event.type(), List.of())) {
                handler.handle(event);
            }
        } catch (RuntimeException failed) {
            if (isInfrastructure(failed)) {
                log.warn(
                        "an event of type {} waits in the queue: {}",
                        event.type(),
                        failed.getClass().getSimpleName());
                infrastructureDown.run();
            } else {
                log.error("an event of type {} cannot be handled", event.type(), failed);
            }
            throw failed;
        }
    }

    private static boolean isInfrastructure(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof NonTransientDataAccessResourceException
                    || cause instanceof MongoException
                    || cause instanceof java.io.IOException) {
                return true;
            }
        }
        return false;
    }
}
