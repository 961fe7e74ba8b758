package uk.kinbridge.platform.testing;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import uk.kinbridge.platform.mongodb.embedded.EmbeddedMongoDb;

/** The databases that tests run on: the embedded one always, and the one named by {@code MONGODB_URI} when given. */
public final class Databases implements ArgumentsProvider {

    static final String GIVEN = "MONGODB_URI";

    /** The address of the given server; {@code ./kinbridge test} provides one where it can. */
    public static Optional<String> givenUri() {
        return Optional.ofNullable(System.getenv(GIVEN)).filter(uri -> !uri.isBlank());
    }

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        Class<?> test = context.getRequiredTestClass();
        return Stream.concat(
                        Stream.of(TestDatabase.embedded(test)),
                        givenUri().map(uri -> TestDatabase.given(uri, test)).stream())
                .map(Arguments::of);
    }

    /**
     * Gives a Spring Boot test a fresh database, on the given server when there is one and on the embedded one
     * otherwise: {@code @ContextConfiguration(initializers = Databases.ForContext.class)}.
     */
    public static final class ForContext implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestDatabase database = givenUri()
                    .map(uri -> TestDatabase.given(uri, ForContext.class))
                    .orElseGet(() -> TestDatabase.embedded(ForContext.class));
            TestPropertyValues.of("spring.mongodb.uri=" + database.uri(), "spring.mongodb.database=" + database.name())
                    .applyTo(context);
            context.addApplicationListener((ApplicationListener<ContextClosedEvent>) closed -> database.close());
        }
    }

    /** Started on first use, in memory, and gone with the JVM. */
    static final class Embedded {

        static final String URI = start();

        private Embedded() {}

        private static String start() {
            EmbeddedMongoDb server = EmbeddedMongoDb.start(null, 0);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server.uri();
        }
    }
}
