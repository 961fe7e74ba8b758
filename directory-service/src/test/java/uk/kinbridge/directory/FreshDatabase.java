package uk.kinbridge.directory;

import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import uk.kinbridge.platform.mongodb.embedded.EmbeddedMongoDb;

/** The given database server, or the embedded one; a new database for every context. */
final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.mongodb.uri=" + Server.URI,
                        "spring.mongodb.database=directory-" + UUID.randomUUID(),
                        "spring.rabbitmq.dynamic=false")
                .applyTo(context);
    }

    private static final class Server {

        static final String URI = start();

        private static String start() {
            String given = System.getenv("MONGODB_URI");
            return given == null ? EmbeddedMongoDb.start(null, 0).uri() : given;
        }
    }
}
