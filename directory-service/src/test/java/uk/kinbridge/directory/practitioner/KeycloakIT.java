package uk.kinbridge.directory.practitioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import uk.kinbridge.platform.testing.Databases;
import uk.kinbridge.platform.testing.Keycloaks;
import uk.kinbridge.platform.testing.OwnQueues;
import uk.kinbridge.platform.testing.TestRealm;
import uk.kinbridge.platform.testing.Tokens;

/** Practitioners are kept in the sign-in service alone: a real Keycloak, the realm as production imports it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "kinbridge.directory.people-interval=1s")
@AutoConfigureRestTestClient
@ContextConfiguration(
        initializers = {Tokens.Realm.class, Databases.ForContext.class, OwnQueues.class, Keycloaks.ForContext.class})
class KeycloakIT {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final String DRUGS = "hackney-drug-treatment";
    private static final String ALCOHOL = "hackney-alcohol-treatment";

    @Autowired
    TestRealm realm;

    @Autowired
    RestTestClient http;

    @Test
    void who_is_created_moved_disabled_or_removed_there_is_so_here_within_a_minute() {
        String ines = realm.create(
                "ines.calder", "/agencies/" + DRUGS + "/practitioner", "/agencies/" + DRUGS + "/teams/recovery");
        within(() -> practitioners(DRUGS)
                .jsonPath("$.items[?(@.username == 'ines.calder')].teams[0]")
                .isEqualTo("recovery")
                .jsonPath("$.items[?(@.username == 'ines.calder')].roles[0]")
                .isEqualTo("practitioner")
                .jsonPath("$.items[?(@.username == 'ines.calder')].subject")
                .isEqualTo(ines));

        realm.move(ines, "/agencies/" + DRUGS + "/teams/recovery", "/agencies/" + ALCOHOL + "/teams/recovery");
        realm.move(ines, "/agencies/" + DRUGS + "/practitioner", "/agencies/" + ALCOHOL + "/manager");
        within(() -> practitioners(ALCOHOL)
                .jsonPath("$.items[?(@.username == 'ines.calder')].roles[0]")
                .isEqualTo("manager"));
        within(() -> practitioners(DRUGS)
                .jsonPath("$.items[?(@.username == 'ines.calder')]")
                .isEmpty());

        realm.disable(ines);
        within(() -> practitioners(ALCOHOL)
                .jsonPath("$.items[?(@.username == 'ines.calder')]")
                .isEmpty());

        String joe = realm.create("joe.marsden", "/agencies/" + DRUGS + "/safeguarding-lead");
        within(() -> practitioners(DRUGS)
                .jsonPath("$.items[?(@.username == 'joe.marsden')].name")
                .isEqualTo("joe marsden"));
        realm.remove(joe);
        within(() -> practitioners(DRUGS)
                .jsonPath("$.items[?(@.username == 'joe.marsden')]")
                .isEmpty());
    }

    @Test
    void the_directory_may_look_at_people_and_change_none() {
        assertThatThrownBy(() -> RestClient.create()
                        .post()
                        .uri(realm.administration() + "/users")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + realm.tokenOf("directory-service"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .body("{\"username\": \"nobody\"}")
                        .retrieve()
                        .toBodilessEntity())
                .isInstanceOfSatisfying(
                        HttpClientErrorException.class,
                        refused -> assertThat(refused.getStatusCode().value()).isEqualTo(403));
    }

    private static void within(ThrowingRunnable seen) {
        await().atMost(A_MINUTE).pollInterval(Duration.ofMillis(500)).untilAsserted(seen);
    }

    private RestTestClient.BodyContentSpec practitioners(String agency) {
        return http.get()
                .uri("/api/agencies/" + agency + "/practitioners")
                .header(
                        HttpHeaders.AUTHORIZATION,
                        Tokens.of("sade.okafor")
                                .agency("hackney-childrens-social-care")
                                .roles("practitioner")
                                .header())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }
}
