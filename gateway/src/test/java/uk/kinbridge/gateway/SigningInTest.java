package uk.kinbridge.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SigningInTest extends RunningGatewayTest {

    private static final String TOKEN_ENDPOINT = FakeKeycloak.REALM + "/protocol/openid-connect/token";

    @BeforeEach
    void forgetWhatKeycloakWasAsked() {
        Neighbours.KEYCLOAK.server.resetRequests();
    }

    @Test
    void sends_a_person_who_opens_a_protected_address_to_keycloak_with_pkce() {
        HttpResponse<String> refused = caller.get("/api/worklist", "Accept", "text/html,*/*;q=0.8");
        assertThat(refused.statusCode()).isEqualTo(302);
        String signIn = location(refused).getPath();
        assertThat(signIn).isEqualTo("/oauth2/authorization/kinbridge-gateway");

        URI keycloak = location(caller.get(signIn));

        assertThat(keycloak.toString())
                .startsWith(Neighbours.KEYCLOAK.issuer() + "/protocol/openid-connect/auth?")
                .contains("client_id=kinbridge-gateway")
                .contains("redirect_uri=http://localhost:" + port + "/login/oauth2/code/kinbridge-gateway");
        assertThat(query(keycloak))
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("code_challenge", "state", "nonce");
    }

    @Test
    void redirects_no_script() {
        isProblem(caller.get("/api/worklist", "Accept", "*/*"), 401, "not-signed-in");
        isProblem(
                caller.get("/api/worklist", "Accept", "text/html", "X-Requested-With", "XMLHttpRequest"),
                401,
                "not-signed-in");
    }

    @Test
    void signs_a_person_in_and_relays_their_token() {
        String relayed = Neighbours.KEYCLOAK.token("sade");
        HttpResponse<String> back = signIn(relayed, 300);

        assertThat(location(back)).isEqualTo(caller.at("/"));
        Neighbours.KEYCLOAK.server.verify(postRequestedFor(urlEqualTo(TOKEN_ENDPOINT))
                .withRequestBody(containing("code_verifier="))
                .withRequestBody(containing("grant_type=authorization_code")));
        assertThat(caller.get("/api/worklist").statusCode()).isEqualTo(200);
        Neighbours.REFERRAL.verify(
                getRequestedFor(urlEqualTo("/api/worklist")).withHeader("Authorization", equalTo("Bearer " + relayed)));
    }

    @Test
    void returns_a_person_to_where_they_wanted_to_go() {
        caller.get("/api/worklist", "Accept", "text/html");

        assertThat(location(signIn(Neighbours.KEYCLOAK.token("sade"), 300)).getPath())
                .isEqualTo("/api/worklist");
    }

    @Test
    void brings_a_person_back_to_the_documentation() {
        caller.get("/docs/try", "Accept", "text/html");

        assertThat(location(signIn(Neighbours.KEYCLOAK.token("sade"), 300)).getPath())
                .isEqualTo("/docs/try");
        assertThat(location(caller.get("/docs/try", "Accept", "text/html")).getPath())
                .isEqualTo("/docs");
    }

    @Test
    void says_who_is_signed_in() {
        assertThat(json(caller.get("/session"), "$.person")).isNull();

        signIn(Neighbours.KEYCLOAK.token("sade"), 300);

        HttpResponse<String> session = caller.get("/session");
        assertThat(json(session, "$.person.username")).isEqualTo("sade.okafor");
        assertThat(json(session, "$.person.name")).isEqualTo("Sade Okafor");
        assertThat(json(session, "$.person.agency")).isEqualTo("hackney-childrens-social-care");
        assertThat(json(session, "$.person.roles")).isEqualTo(List.of("practitioner"));
        assertThat(json(session, "$.csrf.header")).isEqualTo("X-XSRF-TOKEN");
        assertThat(session.body()).doesNotContain("eyJ");
        assertThat(caller.get("/", "Accept", "text/html").body()).contains("Signed in as Sade Okafor");
    }

    @Test
    void keeps_the_session_cookie_from_scripts_and_foreign_pages() {
        HttpResponse<String> back = signIn(Neighbours.KEYCLOAK.token("sade"), 300);

        assertThat(back.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("kinbridge="))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").containsIgnoringCase("SameSite=Lax"));
    }

    @Test
    void changes_the_session_when_somebody_signs_in() {
        caller.get("/oauth2/authorization/kinbridge-gateway");
        String before = caller.cookie("kinbridge").orElseThrow().getValue();

        signIn(Neighbours.KEYCLOAK.token("sade"), 300);

        assertThat(caller.cookie("kinbridge").orElseThrow().getValue()).isNotEqualTo(before);
    }

    @Test
    void demands_the_cross_site_token_with_every_change() {
        signIn(Neighbours.KEYCLOAK.token("sade"), 300);

        isProblem(caller.post("/api/referrals", "{}"), 403, "csrf-token-missing");
        isProblem(caller.post("/api/referrals", "{}", "X-XSRF-TOKEN", "guessed"), 403, "csrf-token-missing");
        Neighbours.REFERRAL.verify(0, postRequestedFor(urlEqualTo("/api/referrals")));

        assertThat(caller.post("/api/referrals", "{}", "X-XSRF-TOKEN", crossSiteToken())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void signs_out_here_and_at_keycloak() {
        signIn(Neighbours.KEYCLOAK.token("sade"), 300);
        isProblem(caller.post("/logout", ""), 403, "csrf-token-missing");

        String formToken = json(caller.get("/session"), "$.csrf.formToken").toString();
        HttpResponse<String> out = caller.send(caller.to("/logout", "Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + formToken)));

        URI keycloak = location(out);
        assertThat(keycloak.toString()).startsWith(Neighbours.KEYCLOAK.issuer() + "/protocol/openid-connect/logout?");
        assertThat(query(keycloak)).containsKeys("id_token_hint", "post_logout_redirect_uri");
        isProblem(caller.get("/api/worklist"), 401, "not-signed-in");
    }

    @Test
    void refreshes_a_token_once_when_a_page_asks_for_several_things() throws Exception {
        signIn(Neighbours.KEYCLOAK.token("sade"), 1);
        Neighbours.KEYCLOAK.server.resetRequests();
        String refreshed = Neighbours.KEYCLOAK.token("sade");
        Neighbours.KEYCLOAK.grants(refreshed, 300, "second", "");

        for (Future<Integer> status :
                atOnce(6, () -> caller.get("/api/worklist").statusCode())) {
            assertThat(status.get()).isEqualTo(200);
        }

        Neighbours.KEYCLOAK.server.verify(
                1,
                postRequestedFor(urlEqualTo(TOKEN_ENDPOINT))
                        .withRequestBody(containing("grant_type=refresh_token"))
                        .withRequestBody(containing("refresh_token=first")));
        Neighbours.REFERRAL.verify(
                6,
                getRequestedFor(urlEqualTo("/api/worklist"))
                        .withHeader("Authorization", equalTo("Bearer " + refreshed)));
    }

    @Test
    void ends_the_session_when_keycloak_has_ended_its_own() {
        signIn(Neighbours.KEYCLOAK.token("sade"), 1);
        Neighbours.KEYCLOAK.refusesToRefresh();

        isProblem(caller.get("/api/worklist"), 401, "not-signed-in");

        assertThat(json(caller.get("/session"), "$.person")).isNull();
        Neighbours.REFERRAL.verify(0, getRequestedFor(urlEqualTo("/api/worklist")));
    }

    @Test
    void tells_a_person_when_the_sign_in_failed() {
        HttpResponse<String> back = caller.get("/login/oauth2/code/kinbridge-gateway?error=access_denied&state=x");

        assertThat(location(back).toString()).endsWith("/?sign-in=failed");
        assertThat(caller.get("/?sign-in=failed", "Accept", "text/html").body()).contains("You are not signed in");
    }

    @Test
    void prefers_the_bearer_token_to_the_session() {
        signIn(Neighbours.KEYCLOAK.token("sade"), 300);

        isProblem(
                caller.get("/api/worklist", "Authorization", "Bearer " + Neighbours.KEYCLOAK.expiredToken()),
                401,
                "not-signed-in");
    }

    private HttpResponse<String> signIn(String accessToken, int expiresIn) {
        Map<String, String> asked = query(location(caller.get("/oauth2/authorization/kinbridge-gateway")));
        Neighbours.KEYCLOAK.grants(accessToken, expiresIn, "first", asked.getOrDefault("nonce", ""));
        return caller.get("/login/oauth2/code/kinbridge-gateway?code=c&state=" + asked.get("state"));
    }

    private String crossSiteToken() {
        caller.get("/session");
        return caller.cookie("XSRF-TOKEN").orElseThrow().getValue();
    }

    private static URI location(HttpResponse<String> response) {
        return URI.create(response.headers().firstValue("Location").orElseThrow());
    }

    private static Map<String, String> query(URI address) {
        return Stream.of(address.getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static <T> List<Future<T>> atOnce(int times, Callable<T> call)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(Stream.generate(() -> call).limit(times).toList());
        }
    }
}
