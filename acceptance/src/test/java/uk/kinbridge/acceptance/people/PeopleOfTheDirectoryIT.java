package uk.kinbridge.acceptance.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.kinbridge.acceptance.stage.Stage;
import uk.kinbridge.acceptance.suite.Answer;

/** Practitioners are never typed twice: the directory follows Keycloak, with an account that can only look. */
class PeopleOfTheDirectoryIT {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final String NOBODY_ELSE_NEEDS_HER = "rosa.ekman";

    private final KeycloakAdministration administrator = KeycloakAdministration.asAdministrator();

    @Test
    void somebody_who_is_disabled_is_gone_within_a_minute_and_comes_back_when_enabled() {
        Stage.set();
        await().atMost(A_MINUTE).untilAsserted(() -> assertThat(colleagues()).contains(NOBODY_ELSE_NEEDS_HER));
        try {
            enable(false);
            await().atMost(A_MINUTE)
                    .untilAsserted(() -> assertThat(colleagues()).isNotEmpty().doesNotContain(NOBODY_ELSE_NEEDS_HER));
        } finally {
            enable(true);
        }
        await().atMost(A_MINUTE).untilAsserted(() -> assertThat(colleagues()).contains(NOBODY_ELSE_NEEDS_HER));
    }

    @Test
    void the_directory_may_look_and_change_nothing() {
        var directory = KeycloakAdministration.as("directory-service");

        assertThat(directory.send("GET", "/users", "").statusCode()).isEqualTo(200);
        assertThat(directory.send("GET", "/groups", "").statusCode()).isEqualTo(200);
        assertThat(directory
                        .send("POST", "/users", "{\"username\":\"made.up\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(directory.send("PUT", "/users/" + id(), "{\"enabled\":true}").statusCode())
                .isEqualTo(403);
        assertThat(directory.send("GET", "/clients/none/client-secret", "").statusCode())
                .isIn(403, 404);
        assertThat(directory.send("GET", "/events", "").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"referral-service", "assessment-service", "escalation-service", "notification-service"})
    void no_other_service_may_even_look(String service) {
        var other = KeycloakAdministration.as(service);

        assertThat(other.send("GET", "/users", "").statusCode()).isEqualTo(403);
        assertThat(other.send("GET", "/groups", "").statusCode()).isEqualTo(403);
    }

    private List<String> colleagues() {
        Answer answer =
                Stage.set().suite().person("owen.price").get("/api/agencies/hackney-alcohol-treatment/practitioners");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body()
                .path("items")
                .valueStream()
                .map(person -> person.path("username").asString())
                .toList();
    }

    private void enable(boolean enabled) {
        assertThat(administrator
                        .send("PUT", "/users/" + id(), "{\"enabled\":%s}".formatted(enabled))
                        .statusCode())
                .isEqualTo(204);
    }

    private String id() {
        return administrator
                .read("/users?exact=true&username=" + NOBODY_ELSE_NEEDS_HER)
                .at("/0/id")
                .asString();
    }
}
