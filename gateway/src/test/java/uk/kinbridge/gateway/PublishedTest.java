package uk.kinbridge.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom to call at three in the morning must not depend on a password. */
class PublishedTest extends RunningGatewayTest {

    private static final String NOW = "/api/contacts/now?area=isle-of-wight&need=child-protection";

    @ParameterizedTest
    @ValueSource(
            strings = {
                NOW,
                "/api/contacts/needs",
                "/api/glossary",
                "/api/glossary/child-in-need",
                "/open-referral",
                "/open-referral/",
                "/open-referral/services?page=2&per_page=10",
                "/open-referral/service_at_locations/1"
            })
    void answers_anybody(String path) {
        HttpResponse<String> response = caller.get(path);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(json(response, "$.service")).isEqualTo("directory");
        assertThat(response.headers().map()).doesNotContainKey("Set-Cookie");
        Neighbours.DIRECTORY.verify(getRequestedFor(urlEqualTo(path)));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/contacts/now",
        "PUT, /api/contacts/needs",
        "DELETE, /api/glossary/child-in-need",
        "POST, /open-referral/services",
        "GET, /api/contacts",
        "GET, /api/contacts/",
        "GET, /api/contacts/now/",
        "GET, /api/contacts/now/more",
        "GET, /api/contacts/nowhere",
        "GET, /api/contacts/needs/child-protection",
        "GET, /api/glossary/child-in-need/changes",
        "GET, /api/agencies",
        "GET, /api/protocols",
    })
    void still_asks_for_a_sign_in_next_door(String method, String path) {
        HttpResponse<String> response = caller.send(caller.to(path).method(method, BodyPublishers.noBody()));

        isProblem(response, 401, "not-signed-in");
        Neighbours.DIRECTORY.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void answers_a_cache_that_only_asks_for_the_headers() {
        HttpResponse<String> response = caller.send(caller.to(NOW).method("HEAD", BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void opens_nothing_else_of_the_service_under_the_feeds_name() {
        for (String path : new String[] {"/open-referral-of-mine", "/open-referral/../api/agencies"}) {
            assertThat(caller.get(path).statusCode()).as(path).isIn(400, 401, 404);
        }
        Neighbours.DIRECTORY.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void shows_the_number_also_to_somebody_whose_token_has_run_out() {
        HttpResponse<String> response = caller.get(NOW, "Authorization", "Bearer stale");

        assertThat(response.statusCode()).isEqualTo(200);
        Neighbours.DIRECTORY.verify(getRequestedFor(urlEqualTo(NOW)).withHeader("Authorization", absent()));
    }

    @Test
    void leaves_it_to_the_service_how_long_an_answer_may_be_kept() {
        Neighbours.DIRECTORY.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withHeader("ETag", "\"v1\"")
                        .withHeader("Cache-Control", "max-age=60, public")
                        .withBody("{}")));

        HttpResponse<String> response = caller.get(NOW);

        assertThat(response.headers().allValues("ETag")).containsExactly("\"v1\"");
        assertThat(response.headers().allValues("Cache-Control")).containsExactly("max-age=60, public");
        assertThat(response.headers().map()).doesNotContainKeys("Pragma", "Expires", "Vary");
    }

    @Test
    void passes_on_that_nothing_has_changed() {
        Neighbours.DIRECTORY.stubFor(
                any(anyUrl()).willReturn(aResponse().withStatus(304).withHeader("ETag", "\"v1\"")));

        HttpResponse<String> response = caller.get(NOW, "If-None-Match", "\"v1\"");

        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(response.headers().allValues("ETag")).containsExactly("\"v1\"");
        Neighbours.DIRECTORY.verify(getRequestedFor(urlEqualTo(NOW)).withHeader("If-None-Match", equalTo("\"v1\"")));
    }

    @Test
    void gives_every_address_its_share_and_no_more() {
        Caller greedy = new Caller(port, "127.0.5.1");
        HttpResponse<String> last = greedy.get(NOW);
        for (int i = 0; i < 100 && last.statusCode() == 200; i++) {
            last = greedy.get(NOW);
        }

        isProblem(last, 429, "too-many-requests");
        assertThat(json(last, "$.detail")).asString().contains("999");
        assertThat(new Caller(port, "127.0.5.2").get(NOW).statusCode())
                .as("another address")
                .isEqualTo(200);
    }

    @Test
    void shows_the_number_also_where_somebody_else_keeps_trying_tokens() {
        Caller office = new Caller(port, "127.0.5.3");
        for (int i = 0; i < 40; i++) {
            office.get("/api/referrals", "Authorization", "Bearer guess" + i);
        }

        isProblem(office.get("/api/referrals", "Authorization", "Bearer guess"), 429, "too-many-requests");
        assertThat(office.get("/api/referrals", "Authorization", bearer()).statusCode())
                .as("whoever is signed in there")
                .isEqualTo(200);
        assertThat(office.get(NOW).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/open-referral", "/open-referral/services"})
    void lets_pages_of_every_site_read_the_feed(String path) {
        Neighbours.DIRECTORY.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withHeader("Access-Control-Allow-Origin", "*")
                        .withHeader("Cache-Control", "max-age=600, public")
                        .withBody("{}")));

        HttpResponse<String> response = caller.get(path, "Origin", "https://council.example");

        assertThat(response.headers().allValues("Access-Control-Allow-Origin")).containsExactly("*");
        assertThat(response.headers().map()).doesNotContainKey("Access-Control-Allow-Credentials");
    }

    @Test
    void answers_a_browser_that_asks_whether_a_foreign_page_may_read_the_feed() {
        HttpResponse<String> response = preflight("/open-referral/services");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().allValues("Access-Control-Allow-Origin")).containsExactly("*");
        assertThat(response.headers().firstValue("Access-Control-Allow-Methods"))
                .get()
                .asString()
                .isEqualTo("GET,HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/contacts/now", "/api/agencies"})
    void opens_nothing_else_to_pages_of_other_sites(String path) {
        assertThat(preflight(path).headers().map()).doesNotContainKey("Access-Control-Allow-Origin");
        assertThat(caller.get(path, "Origin", "https://elsewhere.example")
                        .headers()
                        .map())
                .doesNotContainKey("Access-Control-Allow-Origin");
    }

    private HttpResponse<String> preflight(String path) {
        return caller.send(caller.to(
                        path,
                        "Origin",
                        "https://council.example",
                        "Access-Control-Request-Method",
                        "GET",
                        "Access-Control-Request-Headers",
                        "x-requested-with")
                .method("OPTIONS", BodyPublishers.noBody()));
    }
}
