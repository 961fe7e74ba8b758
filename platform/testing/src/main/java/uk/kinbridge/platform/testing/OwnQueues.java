package uk.kinbridge.platform.testing;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.ResolvableType;

/** Gives a test an exchange and queues under a name of its own on the broker, and removes them at the end. */
public final class OwnQueues implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Bindable<Map<String, List<String>>> SUBSCRIPTIONS =
            Bindable.of(ResolvableType.forClassWithGenerics(
                    Map.class,
                    ResolvableType.forClass(String.class),
                    ResolvableType.forClassWithGenerics(List.class, String.class)));

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String prefix = "test-" + UUID.randomUUID().toString().substring(0, 8);
        TestPropertyValues.of("kinbridge.messaging.prefix=" + prefix, "spring.rabbitmq.addresses=" + Brokers.uri())
                .applyTo(context);
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) closed -> {
            if (context.equals(closed.getApplicationContext())) {
                Binder.get(context.getEnvironment())
                        .bind("kinbridge.messaging.subscriptions", SUBSCRIPTIONS)
                        .ifBound(services -> remove(prefix, services.keySet()));
            }
        });
    }

    private static void remove(String prefix, Iterable<String> services) {
        var connections = new CachingConnectionFactory(URI.create(Brokers.uri()));
        try {
            var admin = new RabbitAdmin(connections);
            for (String service : services) {
                admin.deleteQueue(prefix + "." + service);
                admin.deleteQueue(prefix + "." + service + ".dead");
            }
            admin.deleteExchange(prefix + ".events");
            admin.deleteExchange(prefix + ".dead-letters");
        } finally {
            connections.destroy();
        }
    }
}
