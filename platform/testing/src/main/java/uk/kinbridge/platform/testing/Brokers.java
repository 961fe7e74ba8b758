package uk.kinbridge.platform.testing;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The RabbitMQ that tests run on: always a real one, since no imitation keeps its promises. */
public final class Brokers {

    static final String GIVEN = "RABBITMQ_URI";

    private Brokers() {}

    /** The address of the given broker; fails with what to do when there is none. */
    public static String uri() {
        return uri(System.getenv(GIVEN));
    }

    static String uri(@Nullable String given) {
        if (given == null || given.isBlank()) {
            throw new IllegalStateException("This test needs a RabbitMQ. Run the tests with ./kinbridge test, which"
                    + " provides one, or set " + GIVEN + " (amqp://user:password@host:port).");
        }
        return given;
    }

    /** Points a Spring Boot test at it: {@code @ContextConfiguration(initializers = Brokers.ForContext.class)}. */
    public static final class ForContext implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("spring.rabbitmq.addresses=" + uri()).applyTo(context);
        }
    }
}
