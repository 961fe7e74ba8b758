package uk.kinbridge.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTest extends RunningGatewayTest {

    @ParameterizedTest
    @CsvSource({
        "/api/families, referral",
        "/api/families/FAM-2345/members, referral",
        "/api/referrals, referral",
        "/api/referrals/REF-2345, referral",
        "/api/treatments/TRE-2345/telling, referral",
        "/api/worklist, referral",
        "/api/routes/facts, referral",
        "/api/fhir/R4/metadata, referral",
        "/api/documents/DOC-2345, referral",
        "/api/notifications, notification",
        "/api/notifications/NOT-2345, notification",
        "/api/notification-preferences, notification",
        "/api/deliveries/DEL-2345, notification",
        "/api/webhooks, notification",
        "/api/message-templates, notification",
        "/api/agencies, directory",
        "/api/contacts, directory",
        "/api/protocols/hackney, directory",
        "/api/glossary, directory",
        "/api/assessments, assessment",
        "/api/assessments/ASS-2345/sections/caring/attachments/DOC-2345/content, assessment",
        "/api/forms, assessment",
        "/api/forms/hackney-triage@1/schema, assessment",
        "/api/appointments, assessment",
        "/api/engagement/f-1, assessment",
        "/api/lost-to-contact, assessment",
        "/api/disagreements/DIS-2345, escalation",
    })
    void leads_each_address_to_the_service_that_keeps_it(String path, String service) {
        HttpResponse<String> response = caller.get(path, "Authorization", bearer());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response, "$.service")).isEqualTo(service);
    }

    @Test
    void passes_the_bearer_token_on_unchanged() {
        String token = bearer();

        caller.get("/api/referrals", "Authorization", token);

        Neighbours.REFERRAL.verify(
                getRequestedFor(urlEqualTo("/api/referrals")).withHeader("Authorization", equalTo(token)));
    }

    @Test
    void passes_on_query_body_and_the_headers_of_the_api() {
        caller.send(caller.to(
                        "/api/referrals/R-1?state=a%20b&q=%C3%A9%2Bx&state=c",
                        "Authorization",
                        bearer(),
                        "If-Match",
                        "\"7\"",
                        "Idempotency-Key",
                        "k-1",
                        "Content-Type",
                        "application/merge-patch+json")
                .method("PATCH", BodyPublishers.ofString("{\"a\":1}")));

        Neighbours.REFERRAL.verify(patchRequestedFor(urlEqualTo("/api/referrals/R-1?state=a%20b&state=c&q=%C3%A9%2Bx"))
                .withHeader("If-Match", equalTo("\"7\""))
                .withHeader("Idempotency-Key", equalTo("k-1"))
                .withHeader("Content-Type", equalTo("application/merge-patch+json"))
                .withRequestBody(equalToJson("{\"a\":1}")));
    }

    @Test
    void lets_a_service_speak_for_itself_when_it_refuses() {
        Neighbours.REFERRAL.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(503)
                        .withHeader("Content-Type", "application/problem+json")
                        .withHeader("Retry-After", "3")
                        .withBody("{\"type\":\"/problems/unavailable\",\"detail\":\"ours\"}")));

        HttpResponse<String> response = caller.post("/api/referrals", "{}", "Authorization", bearer());

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).isEqualTo("{\"type\":\"/problems/unavailable\",\"detail\":\"ours\"}");
        assertThat(response.headers().allValues("Retry-After")).containsExactly("3");
    }

    @Test
    void keeps_cookies_and_hop_by_hop_headers_from_the_services() {
        caller.get("/session");
        assertThat(caller.cookie("XSRF-TOKEN")).isPresent();

        caller.post("/api/referrals", "{}", "Authorization", bearer(), "TE", "trailers", "X-XSRF-TOKEN", "x");

        Neighbours.REFERRAL.verify(postRequestedFor(urlEqualTo("/api/referrals"))
                .withHeader("Cookie", absent())
                .withHeader("TE", absent())
                .withHeader("X-XSRF-TOKEN", absent()));
    }

    @Test
    void keeps_the_services_cookies_and_software_from_the_caller() {
        Neighbours.REFERRAL.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withHeader("Set-Cookie", "JSESSIONID=1")
                        .withHeader("Server", "Apache")
                        .withHeader("X-Powered-By", "Servlet")
                        .withHeader("ETag", "\"7\"")
                        .withBody("{}")));

        HttpResponse<String> response = caller.get("/api/referrals/R-1", "Authorization", bearer());

        assertThat(response.headers().map()).doesNotContainKeys("Set-Cookie", "Server", "X-Powered-By");
        assertThat(response.headers().firstValue("ETag")).contains("\"7\"");
    }

    @Test
    void does_not_follow_a_services_redirect() {
        Neighbours.REFERRAL.stubFor(
                any(anyUrl()).willReturn(aResponse().withStatus(303).withHeader("Location", "/api/referrals/R-2")));

        HttpResponse<String> response = caller.get("/api/referrals/R-1", "Authorization", bearer());

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains("/api/referrals/R-2");
    }

    @Test
    void answers_a_problem_where_no_service_is() {
        isProblem(caller.get("/api/unicorns", "Authorization", bearer()), 404, "not-found");
        isProblem(caller.get("/nonsense"), 404, "not-found");
        isProblem(caller.get("/nonsense", "Accept", "text/html"), 404, "not-found");
    }

    @Test
    void opens_no_way_to_a_services_inside() {
        for (String path : new String[] {"/local/time", "/v3/api-docs", "/actuator/env", "/api/../local/time"}) {
            assertThat(caller.get(path, "Authorization", bearer()).statusCode())
                    .as(path)
                    .isBetween(400, 404);
        }
        Neighbours.REFERRAL.verify(0, getRequestedFor(urlEqualTo("/local/time")));
    }
}
