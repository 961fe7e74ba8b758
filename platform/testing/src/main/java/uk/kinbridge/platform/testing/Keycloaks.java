package uk.kinbridge.platform.testing;

import java.util.Optional;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** The Keycloak that tests run on: always a real one; {@code ./kinbridge test} starts it once per build. */
public final class Keycloaks {

    static final String GIVEN = "KEYCLOAK_URL";

    private Keycloaks() {}

    /** The address of the given Keycloak; fails with what to do when there is none. */
    public static String url() {
        return Optional.ofNullable(System.getenv(GIVEN))
                .filter(url -> !url.isBlank())
                .map(url -> url.replaceAll("/+$", ""))
                .orElseThrow(() -> new IllegalStateException("This test needs a Keycloak. Run the tests with"
                        + " ./kinbridge test, which provides one, or set " + GIVEN + ", KEYCLOAK_ADMIN and"
                        + " KEYCLOAK_ADMIN_PASSWORD."));
    }

    static String administrator() {
        return Optional.ofNullable(System.getenv("KEYCLOAK_ADMIN")).orElse("admin");
    }

    static String administratorsPassword() {
        return Optional.ofNullable(System.getenv("KEYCLOAK_ADMIN_PASSWORD")).orElse("admin");
    }

    /**
     * Gives a Spring Boot test a realm of its own, in which the service signs in as in production; the test takes the
     * {@link TestRealm} as a bean.
     */
    public static final class ForContext implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestRealm realm = TestRealm.create();
            TestPropertyValues.of(
                            "kinbridge.security.client.token-uri=" + realm.tokenUri(),
                            "kinbridge.security.client.secret=" + TestRealm.SECRET,
                            "kinbridge.directory.sign-in-admin-url=" + realm.administration())
                    .applyTo(context);
            context.getBeanFactory().registerSingleton("testRealm", realm);
            context.addApplicationListener((ApplicationListener<ContextClosedEvent>) closed -> {
                if (context.equals(closed.getApplicationContext())) {
                    realm.close();
                }
            });
        }
    }
}
