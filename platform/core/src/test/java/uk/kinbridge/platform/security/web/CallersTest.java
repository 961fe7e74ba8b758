package uk.kinbridge.platform.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;
import uk.kinbridge.platform.testing.Bearer;
import uk.kinbridge.platform.testing.Tokens;
import uk.kinbridge.platform.tiny.OverHttp;

@OverHttp
class CallersTest {

    private static final Bearer SADE =
            Tokens.of("sade.okafor").agency("hackney-childrens-social-care").roles("practitioner");

    @Autowired
    RestTestClient http;

    @Test
    void a_controller_learns_who_calls_from_the_token() {
        whoami(SADE.teams("north", "intake").roles("practitioner", "manager", "offline_access"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.subject")
                .isEqualTo(SADE.subject())
                .jsonPath("$.username")
                .isEqualTo("sade.okafor")
                .jsonPath("$.agency")
                .isEqualTo("hackney-childrens-social-care")
                .jsonPath("$.teams")
                .isEqualTo(java.util.List.of("intake", "north"))
                .jsonPath("$.roles")
                .isEqualTo(java.util.List.of("manager", "practitioner"));
    }

    @Test
    void a_service_account_acts_for_the_suite() {
        whoami(Tokens.ofService("assessment-service"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.agency")
                .isEqualTo("kinbridge-suite");
    }

    @Test
    void nobody_gets_in_without_a_token_and_is_told_how() {
        http.get()
                .uri("/api/teas/whoami")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueMatches(HttpHeaders.WWW_AUTHENTICATE, "Bearer.*")
                .expectHeader()
                .doesNotExist(HttpHeaders.SET_COOKIE)
                .expectHeader()
                .contentType("application/problem+json;charset=UTF-8")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/not-signed-in")
                .jsonPath("$.instance")
                .isEqualTo("/api/teas/whoami");
    }

    @Test
    void a_token_for_another_service_is_refused() {
        refused(SADE.audience("directory-service", "account"));
    }

    @Test
    void a_token_without_audience_is_refused() {
        refused(SADE.audience());
    }

    @Test
    void an_expired_token_is_refused_by_the_real_clock() {
        refused(SADE.expired());
    }

    @Test
    void a_token_of_another_realm_is_refused() {
        refused(SADE.issuer("http://sign-in.test/realms/other"));
    }

    @Test
    void a_forged_token_is_refused() {
        refused(SADE.forged());
    }

    @Test
    void without_an_agency_the_caller_is_told_whom_to_ask() {
        whoami(Tokens.of("new.starter").roles("practitioner"))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/no-agency")
                .jsonPath("$.detail")
                .value(detail -> assertThat((String) detail).contains("Ask your agency's administrator"));
    }

    @Test
    void two_agencies_in_one_token_are_as_good_as_none() {
        whoami(SADE.claim("agency", java.util.List.of("one", "two")))
                .expectStatus()
                .isForbidden();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/v3/api-docs", "/problems"})
    void needs_no_token(String path) {
        http.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .value(status -> assertThat(status).isNotIn(401, 403));
    }

    @Test
    void other_management_endpoints_are_for_services_and_the_suites_administrators() {
        management(SADE).expectStatus().isForbidden();
        management(SADE.roles("agency-admin")).expectStatus().isForbidden();
        management(Tokens.ofService("gateway"))
                .expectStatus()
                .value(status -> assertThat(status).isNotIn(401, 403));
        management(SADE.roles("protocol-admin"))
                .expectStatus()
                .value(status -> assertThat(status).isNotIn(401, 403));
        http.get().uri("/actuator/metrics").exchange().expectStatus().isUnauthorized();
    }

    private RestTestClient.ResponseSpec management(Bearer bearer) {
        return http.get()
                .uri("/actuator/metrics")
                .header(HttpHeaders.AUTHORIZATION, bearer.header())
                .exchange();
    }

    private void refused(Bearer bearer) {
        whoami(bearer)
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueMatches(HttpHeaders.WWW_AUTHENTICATE, "Bearer.*error=\"invalid_token\".*")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/not-signed-in");
    }

    private RestTestClient.ResponseSpec whoami(Bearer bearer) {
        return http.get()
                .uri("/api/teas/whoami")
                .header(HttpHeaders.AUTHORIZATION, bearer.header())
                .exchange();
    }
}
