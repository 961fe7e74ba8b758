package uk.kinbridge.directory;

import java.net.URI;
import java.util.UUID;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import uk.kinbridge.platform.testing.Brokers;

/** Gives a test an exchange and queues under a name of its own on the broker, and removes them at the end. */
public final class OwnQueues implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String prefix = "test-" + UUID.randomUUID().toString().substring(0, 8);
        TestPropertyValues.of("kinbridge.messaging.prefix=" + prefix, "spring.rabbitmq.addresses=" + Brokers.uri())
                .applyTo(context);
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) closed -> {
            if (context.equals(closed.getApplicationContext())) {
                remove(prefix);
            }
        });
    }

    private static void remove(String prefix) {
        var connections = new CachingConnectionFactory(URI.create(Brokers.uri()));
        try {
            var admin = new RabbitAdmin(connections);
            for (String service : new String[] {"notification-service", "referral-service"}) {
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
