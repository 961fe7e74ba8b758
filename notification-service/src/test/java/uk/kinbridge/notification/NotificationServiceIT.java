package uk.kinbridge.notification;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@WholeService
class NotificationServiceIT {

    @Autowired
    private RestTestClient http;

    @Test
    void it_is_ready_when_its_database_is() {
        http.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
    }

    @Test
    void it_describes_every_operation_in_plain_words() {
        http.get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.paths['/api/notifications'].get.summary")
                .isEqualTo("Lists your notices")
                .jsonPath("$.paths['/api/notifications'].get.parameters[?(@.name == 'cursor')]")
                .exists()
                .jsonPath("$.paths['/api/notifications/{id}'].get.summary")
                .isEqualTo("Reads one notice")
                .jsonPath("$.paths['/api/notifications/{id}/seen'].post.summary")
                .isEqualTo("Marks a notice as seen")
                .jsonPath("$.paths['/api/notifications/{id}/acknowledgement'].post.summary")
                .isEqualTo("Acknowledges a notice")
                .jsonPath("$.paths['/api/notifications/stream'].get.summary")
                .isEqualTo("Streams your notices as they arrive and change");
    }

    @Test
    void its_time_cannot_be_moved_outside_a_local_demonstration() {
        http.put().uri("/local/time").exchange().expectStatus().isUnauthorized();
    }
}
