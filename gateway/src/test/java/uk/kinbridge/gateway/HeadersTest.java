package uk.kinbridge.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest extends RunningGatewayTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String FRESH = "00-[0-9a-f]{32}-[0-9a-f]{16}-01";

    @Test
    void tells_browsers_what_never_to_do_with_an_answer() {
        Neighbours.REFERRAL.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withHeader("X-Frame-Options", "SAMEORIGIN")
                        .withHeader("Content-Security-Policy", "default-src *")
                        .withHeader("Cache-Control", "no-cache")));

        HttpResponse<String> response = caller.get("/api/referrals", "Authorization", bearer());

        assertThat(response.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(response.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(response.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(response.headers().allValues("Referrer-Policy")).containsExactly("same-origin");
        assertThat(response.headers().firstValue("Permissions-Policy")).isPresent();
        assertThat(response.headers().allValues("Cache-Control"))
                .as("the service's own word on caching")
                .containsExactly("no-cache");
        assertThat(response.headers().firstValue("Strict-Transport-Security"))
                .as("local")
                .isEmpty();
    }

    @Test
    void lets_nothing_be_stored_unless_the_service_allows_it() {
        HttpResponse<String> response = caller.get("/api/referrals", "Authorization", bearer());

        assertThat(response.headers().firstValue("Cache-Control"))
                .get()
                .asString()
                .contains("no-store");
    }

    @Test
    void passes_a_trace_context_on_and_echoes_it() {
        HttpResponse<String> response =
                caller.get("/api/referrals", "Authorization", bearer(), "traceparent", TRACE, "tracestate", "a=b");

        assertThat(response.headers().allValues("traceparent")).containsExactly(TRACE);
        Neighbours.REFERRAL.verify(getRequestedFor(urlEqualTo("/api/referrals"))
                .withHeader("traceparent", equalTo(TRACE))
                .withHeader("tracestate", equalTo("a=b")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01"
            })
    void begins_a_trace_where_there_is_none(String given) {
        HttpResponse<String> response = given.isEmpty()
                ? caller.get("/api/referrals", "Authorization", bearer())
                : caller.get("/api/referrals", "Authorization", bearer(), "traceparent", given);

        String echoed = response.headers().firstValue("traceparent").orElseThrow();
        assertThat(echoed).matches(FRESH);
        Neighbours.REFERRAL.verify(
                getRequestedFor(urlEqualTo("/api/referrals")).withHeader("traceparent", equalTo(echoed)));
    }

    @Test
    void gives_every_problem_the_trace_as_its_correlation() {
        HttpResponse<String> response = caller.get("/api/referrals", "traceparent", TRACE);

        assertThat(json(response, "$.correlation")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void believes_nobody_who_says_for_whom_they_speak() {
        String address = "127.0.3.3";
        new Caller(port, address)
                .get(
                        "/api/referrals",
                        "Authorization",
                        bearer(),
                        "X-Forwarded-For",
                        "203.0.113.7",
                        "X-Forwarded-Host",
                        "evil.example",
                        "X-Forwarded-Proto",
                        "https",
                        "X-Forwarded-Prefix",
                        "/evil",
                        "Forwarded",
                        "for=203.0.113.7;host=evil.example");

        Neighbours.REFERRAL.verify(getRequestedFor(urlEqualTo("/api/referrals"))
                .withHeader("X-Forwarded-For", equalTo(address))
                .withHeader("X-Forwarded-Host", equalTo("localhost:" + port))
                .withHeader("X-Forwarded-Port", equalTo(Integer.toString(port)))
                .withHeader("X-Forwarded-Proto", equalTo("http"))
                .withHeader("X-Forwarded-Prefix", absent())
                .withHeader("Forwarded", absent()));
    }

    @Test
    void sends_nobody_to_a_place_that_a_stranger_names() {
        HttpResponse<String> response = new Caller(port, "127.0.3.4")
                .get("/oauth2/authorization/kinbridge-gateway", "X-Forwarded-Host", "evil.example");

        assertThat(response.headers().firstValue("Location")).get().asString().doesNotContain("evil.example");
    }

    @Test
    void believes_the_proxy_in_front_of_it() {
        new Caller(port, TRUSTED_PROXY)
                .get(
                        "/api/referrals",
                        "Authorization",
                        bearer(),
                        "X-Forwarded-For",
                        "203.0.113.7",
                        "X-Forwarded-Host",
                        "kinbridge.example",
                        "X-Forwarded-Port",
                        "443",
                        "X-Forwarded-Proto",
                        "https");

        Neighbours.REFERRAL.verify(getRequestedFor(urlEqualTo("/api/referrals"))
                .withHeader("X-Forwarded-For", equalTo("203.0.113.7"))
                .withHeader("X-Forwarded-Proto", equalTo("https"))
                .withHeader("X-Forwarded-Host", matching("kinbridge\\.example"))
                .withHeader("X-Forwarded-Port", equalTo("443")));
    }

    @Test
    void describes_no_software() {
        assertThat(caller.get("/nonsense").headers().map()).doesNotContainKeys("Server", "X-Powered-By");
        isProblem(caller.get("/api/referrals/%2e%2e%2f"), 400, "malformed-request");
    }
}
