package uk.kinbridge.directory.openreferral;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** The feed names its description under an address that whoever reads the feed can open. */
class WhereTheDescriptionIsTest {

    @Test
    void through_the_gateway_it_is_at_the_gateway() {
        var request = inner();
        request.addHeader("X-Forwarded-Proto", "https");
        request.addHeader("X-Forwarded-Host", "kinbridge.example");
        request.addHeader("X-Forwarded-Port", "443");

        assertThat(OpenReferralController.openApi(request)).isEqualTo("https://kinbridge.example/api-docs/directory");
    }

    @Test
    void a_gateway_at_an_unusual_port_is_named_with_it() {
        var request = inner();
        request.addHeader("X-Forwarded-Proto", "http");
        request.addHeader("X-Forwarded-Host", "localhost:8080");
        request.addHeader("X-Forwarded-Port", "8080");

        assertThat(OpenReferralController.openApi(request)).isEqualTo("http://localhost:8080/api-docs/directory");
    }

    @Test
    void asked_directly_it_is_at_the_service_itself() {
        assertThat(OpenReferralController.openApi(inner())).isEqualTo("http://directory:8081/v3/api-docs");
    }

    private static MockHttpServletRequest inner() {
        var request = new MockHttpServletRequest("GET", "/open-referral/");
        request.setServerName("directory");
        request.setServerPort(8081);
        request.setQueryString("a=b");
        return request;
    }
}
