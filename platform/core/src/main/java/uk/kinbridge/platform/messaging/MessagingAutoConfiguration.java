package uk.kinbridge.platform.messaging;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.bson.Document;
import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.MongoAutoConfiguration;

/** Connects a service to the events of the suite. */
@AutoConfiguration(after = {RabbitAutoConfiguration.class, MongoAutoConfiguration.class})
@EnableConfigurationProperties(MessagingProperties.class)
public class MessagingAutoConfiguration {

    private static final int PREFETCH = 20;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    @Bean
    Topology topology(MessagingProperties properties) {
        return new Topology(properties.prefix());
    }

    @Bean
    Declarables kinbridgeTopology(Topology topology, MessagingProperties properties) {
        return topology.declarables(properties.subscriptions(), properties.deliveryLimit());
    }

    @Bean
    TraceScope traceScope(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new TraceScope(
                tracer.getIfAvailable(() -> Tracer.NOOP), propagator.getIfAvailable(() -> Propagator.NOOP));
    }

    @Bean
    CloudEvents cloudEvents(@Value("${spring.application.name}") String service, JsonMapper json, TraceScope trace) {
        return new CloudEvents(service, json, trace::current);
    }

    @Bean
    Relay relay(
            Aggregates aggregates,
            RabbitTemplate rabbit,
            Topology topology,
            InstantSource time,
            MessagingProperties properties) {
        if (!rabbit.getConnectionFactory().isPublisherConfirms()) {
            throw new IllegalStateException("Without spring.rabbitmq.publisher-confirm-type=correlated nobody learns"
                    + " whether an event has arrived; it would be published for ever.");
        }
        rabbit.setMandatory(true);
        var publisher = new EventPublisher(rabbit, topology.events(), properties.confirmTimeout());
        return new Relay(aggregates, publisher, time, properties);
    }

    @Bean
    @ConditionalOnBean(EventHandler.class)
    SimpleMessageListenerContainer eventListenerContainer(
            ConnectionFactory connections,
            List<EventHandler> handlers,
            CloudEvents events,
            TraceScope trace,
            MongoOperations mongo,
            Topology topology,
            MessagingProperties properties,
            @Value("${spring.application.name}") String service) {
        var container = new SimpleMessageListenerContainer(connections);
        var pause = new ConsumerPause(() -> answers(mongo), LOOK_AGAIN);
        var dispatcher = new EventDispatcher(handlers, events, trace, () -> pause.pause(container));
        var routed = properties.subscriptions().getOrDefault(service, List.of());
        if (!routed.containsAll(dispatcher.types())) {
            throw new IllegalStateException(
                    "the topology routes only " + routed + " to " + service + ", but it handles " + dispatcher.types());
        }
        container.setQueueNames(topology.queueOf(service));
        container.setMessageListener(dispatcher);
        // The dispatcher does it: the container would return a failed message in the way that no limit counts.
        container.setAcknowledgeMode(AcknowledgeMode.MANUAL);
        container.setConcurrentConsumers(properties.consumers());
        container.setPrefetchCount(PREFETCH);
        container.setMissingQueuesFatal(false);
        container.setRecoveryInterval(LOOK_AGAIN.toMillis());
        return container;
    }

    private static boolean answers(MongoOperations mongo) {
        try {
            mongo.executeCommand(new Document("ping", 1));
            return true;
        } catch (DataAccessException away) {
            return false;
        }
    }
}
