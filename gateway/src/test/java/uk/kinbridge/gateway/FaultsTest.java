package uk.kinbridge.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FaultsTest extends RunningGatewayTest {

    @Autowired
    private CircuitBreakerRegistry breakers;

    @BeforeEach
    @AfterEach
    void closeAllCircuitBreakers() {
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    @Test
    void does_not_know_what_became_of_a_change_without_an_answer() {
        Neighbours.ESCALATION.stubFor(any(anyUrl()).willReturn(ok().withFixedDelay(4_000)));

        HttpResponse<String> response = caller.post("/api/disagreements", "{}", "Authorization", bearer());

        isProblem(response, 504, "outcome-unknown");
        saysWhomToCallAndWhenToRetry(response);
        assertThat(json(response, "$.detail")).asString().contains("may or may not have been done");
        Neighbours.ESCALATION.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void knows_that_a_question_without_an_answer_changed_nothing() {
        Neighbours.ESCALATION.stubFor(any(anyUrl()).willReturn(ok().withFixedDelay(4_000)));

        HttpResponse<String> response = caller.get("/api/disagreements", "Authorization", bearer());

        isProblem(response, 503, "unavailable");
        assertThat(json(response, "$.detail")).asString().contains("Reading changes nothing");
    }

    @Test
    void never_sends_a_change_twice() {
        // a connection that was used before is what the HTTP client would be tempted to repeat on
        caller.get("/api/disagreements", "Authorization", bearer());
        Neighbours.ESCALATION.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        isProblem(caller.post("/api/disagreements", "{}", "Authorization", bearer()), 504, "outcome-unknown");

        Neighbours.ESCALATION.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void asks_a_question_again_at_most_once() {
        caller.get("/api/disagreements", "Authorization", bearer());
        Neighbours.ESCALATION.resetRequests();
        Neighbours.ESCALATION.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        isProblem(caller.get("/api/disagreements", "Authorization", bearer()), 503, "unavailable");

        assertThat(Neighbours.ESCALATION.findAll(getRequestedFor(anyUrl()))).hasSizeBetween(1, 2);
    }

    @Test
    void leaves_a_failing_service_alone_for_a_while() {
        Neighbours.ESCALATION.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        String token = bearer();
        for (int i = 0; i < 10; i++) {
            caller.post("/api/disagreements", "{}", "Authorization", token);
        }
        Neighbours.ESCALATION.resetRequests();

        HttpResponse<String> response = caller.post("/api/disagreements", "{}", "Authorization", token);

        isProblem(response, 503, "unavailable");
        saysWhomToCallAndWhenToRetry(response);
        assertThat(json(response, "$.detail")).asString().contains("nothing was done or saved");
        Neighbours.ESCALATION.verify(0, anyRequestedFor(anyUrl()));
        assertThat(caller.get("/api/referrals", "Authorization", token).statusCode())
                .as("the other services")
                .isEqualTo(200);
    }

    @Test
    void does_not_give_up_on_a_service_for_its_refusals() {
        Neighbours.ESCALATION.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));
        String token = bearer();
        for (int i = 0; i < 15; i++) {
            caller.post("/api/disagreements", "{}", "Authorization", token);
        }

        Neighbours.ESCALATION.verify(15, postRequestedFor(anyUrl()));
    }

    @Test
    void stays_ready_while_a_service_is_down() {
        Neighbours.ESCALATION.stop();
        try {
            HttpResponse<String> response = caller.post("/api/disagreements", "{}", "Authorization", bearer());

            isProblem(response, 503, "unavailable");
            saysWhomToCallAndWhenToRetry(response);
            assertThat(json(response, "$.detail")).asString().contains("nothing was done or saved");
            assertThat(caller.get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
            assertThat(caller.get("/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
        } finally {
            Neighbours.ESCALATION.start();
        }
    }

    private static void saysWhomToCallAndWhenToRetry(HttpResponse<String> response) {
        assertThat(json(response, "$.detail"))
                .asString()
                .contains("If a child is in immediate danger call 999.", "duty telephone number");
        assertThat(response.headers().firstValue("Retry-After")).contains("5");
    }
}
