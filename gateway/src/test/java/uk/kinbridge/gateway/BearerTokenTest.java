package uk.kinbridge.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BearerTokenTest extends RunningGatewayTest {

    static Stream<Arguments> tokensThatVouchForNobody() {
        return Stream.of(
                Arguments.of("expired", Neighbours.KEYCLOAK.expiredToken()),
                Arguments.of("of another issuer", Neighbours.KEYCLOAK.tokenOfAnotherIssuer()),
                Arguments.of("signed by another", Neighbours.KEYCLOAK.tokenSignedByAnother()),
                Arguments.of("no token at all", "nonsense"),
                Arguments.of("unsigned", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokensThatVouchForNobody")
    void refuses_a_token_that_vouches_for_nobody(String why, String token) {
        HttpResponse<String> response = caller.get("/api/referrals", "Authorization", "Bearer " + token);

        isProblem(response, 401, "not-signed-in");
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
        assertThat(response.headers().allValues("Set-Cookie"))
                .as("no session for a program")
                .isEmpty();
        Neighbours.REFERRAL.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void refuses_a_call_with_neither_token_nor_session() {
        HttpResponse<String> response = caller.get("/api/referrals", "Accept", "application/json");

        isProblem(response, 401, "not-signed-in");
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(caller.cookie("kinbridge")).as("a refusal starts no session").isEmpty();
    }

    @Test
    void says_that_the_sign_in_is_missing_rather_than_the_cross_site_token() {
        isProblem(caller.post("/api/referrals", "{}"), 401, "not-signed-in");
    }

    @Test
    void refuses_other_ways_to_authenticate() {
        isProblem(caller.get("/api/referrals", "Authorization", "Basic YTpi"), 401, "not-signed-in");
    }

    @Test
    void needs_no_cross_site_token_and_starts_no_session() {
        HttpResponse<String> response = caller.post("/api/referrals", "{}", "Authorization", bearer());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
    }
}
