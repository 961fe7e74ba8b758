package uk.kinbridge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentationTest extends RunningGatewayTest {

    private static final Pattern SAME_ORIGIN_ASSET = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"");

    @Test
    void lists_the_description_of_every_service() {
        HttpResponse<String> response = caller.get("/api-docs");

        assertThat(json(response, "$[*].url"))
                .isEqualTo(List.of(
                        "/api-docs/directory",
                        "/api-docs/referral",
                        "/api-docs/assessment",
                        "/api-docs/escalation",
                        "/api-docs/notification"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"directory", "referral", "assessment", "escalation"})
    void serves_a_services_description_as_seen_from_outside(String service) {
        HttpResponse<String> response = caller.get("/api-docs/" + service);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response, "$.info.title")).isEqualTo(service);
        assertThat(json(response, "$.servers[*].url")).isEqualTo(List.of("/"));
        assertThat(json(response, "$.components.securitySchemes.bearer.scheme")).isEqualTo("bearer");
        assertThat(response.body()).doesNotContain("internal-host");
    }

    @Test
    void knows_a_service_by_its_full_name_too() {
        assertThat(caller.get("/api-docs/referral-service").statusCode()).isEqualTo(200);
        isProblem(caller.get("/api-docs/unicorn"), 404, "not-found");
    }

    @Test
    void says_when_a_service_cannot_describe_itself() {
        Neighbours.ESCALATION.stop();
        try {
            isProblem(caller.get("/api-docs/escalation"), 503, "unavailable");
        } finally {
            Neighbours.ESCALATION.start();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/docs", "/problems"})
    void shows_pages_whose_every_link_and_asset_exists_and_is_our_own(String page) {
        HttpResponse<String> response = caller.get(page, "Accept", "text/html");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(response.body()).contains("lang=\"en-GB\"", "<h1>").doesNotContain("<style", "onclick", "http://");
        Matcher asset = SAME_ORIGIN_ASSET.matcher(response.body());
        while (asset.find()) {
            if (!asset.group(1).startsWith("/problems/")) {
                assertThat(caller.get(asset.group(1), "Accept", "text/html,*/*;q=0.8")
                                .statusCode())
                        .as(asset.group(1))
                        .isLessThan(400);
            }
        }
    }

    @Test
    void gathers_the_problem_types_of_all_services_with_its_own() {
        HttpResponse<String> response = caller.get("/problems");

        assertThat(json(response, "$[?(@.type=='/problems/too-many-requests')].answeredBy[*]"))
                .isEqualTo(List.of("gateway"));
        assertThat(json(response, "$[?(@.type=='/problems/referral-special')].status"))
                .isEqualTo(List.of(409));
        assertThat(json(response, "$[?(@.type=='/problems/not-found')].answeredBy[*]"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains("gateway", "directory", "referral", "assessment", "escalation");
    }

    @Test
    void explains_every_type_that_it_answers_with_at_its_own_address() {
        HttpResponse<String> refused = caller.get("/api/referrals");

        HttpResponse<String> explained = caller.get(json(refused, "$.type").toString(), "Accept", "text/html");

        assertThat(explained.statusCode()).isEqualTo(200);
        assertThat(explained.body()).contains("Sign in first");
        assertThat(json(caller.get("/problems/not-signed-in"), "$.status")).isEqualTo(401);
        isProblem(caller.get("/problems/unicorn"), 404, "not-found");
    }

    @Test
    void leaves_out_what_is_no_problem_type() {
        assertThat(caller.get("/problems").body()).doesNotContain("notification", "about:blank");
    }

    @Test
    void escapes_what_services_say() {
        assertThat(caller.get("/problems/referral-special", "Accept", "text/html")
                        .body())
                .contains("Only &lt;referral&gt; says this.");
    }

    @Test
    void keeps_the_last_known_types_when_a_service_is_down() {
        caller.get("/problems");
        Neighbours.ASSESSMENT.stop();
        try {
            assertThat(caller.get("/problems/assessment-special").statusCode()).isEqualTo(200);
        } finally {
            Neighbours.ASSESSMENT.start();
        }
    }
}
