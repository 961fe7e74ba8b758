package uk.kinbridge.platform.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.client.RestTestClient;
import uk.kinbridge.platform.tiny.OverHttp;

@OverHttp
class PlatformDefaultsTest {

    @Autowired
    Environment environment;

    @Autowired
    List<MongoClientSettingsBuilderCustomizer> customizers;

    @Autowired
    RestTestClient http;

    @Test
    void a_service_has_the_platforms_defaults_unless_it_says_otherwise() {
        assertThat(environment.getProperty("spring.threads.virtual.enabled")).isEqualTo("true");
        assertThat(environment.getProperty("server.shutdown")).isEqualTo("graceful");
        assertThat(environment.getProperty("spring.servlet.multipart.max-request-size"))
                .isEqualTo("12MB");
        assertThat(environment.getProperty("spring.servlet.multipart.max-file-size"))
                .isEqualTo("1KB");
        assertThat(environment.getProperty("spring.rabbitmq.publisher-confirm-type"))
                .as("without confirmations the relay would never let go of an event")
                .isEqualTo("correlated");
    }

    @Test
    void the_database_is_waited_for_two_seconds_and_has_written_when_a_majority_has() {
        MongoClientSettings.Builder settings = MongoClientSettings.builder();
        customizers.forEach(customizer -> customizer.customize(settings));
        MongoClientSettings mongo = settings.build();
        assertThat(mongo.getClusterSettings().getServerSelectionTimeout(TimeUnit.SECONDS))
                .isEqualTo(2);
        assertThat(mongo.getSocketSettings().getConnectTimeout(TimeUnit.SECONDS))
                .isEqualTo(2);
        assertThat(mongo.getWriteConcern()).isEqualTo(WriteConcern.MAJORITY.withJournal(true));
        assertThat(mongo.getRetryWrites()).isFalse();
    }

    /** No broker runs where this test looks for one: the outbox waits for it. */
    @Test
    void readiness_asks_the_database_and_not_the_broker() {
        http.get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("UP");
        assertThat(environment.getProperty("management.endpoint.health.group.readiness.include"))
                .contains("mongo")
                .doesNotContain("rabbit");
    }
}
