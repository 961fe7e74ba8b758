package uk.kinbridge.assessment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.platform.testing.Bearer;
import uk.kinbridge.platform.testing.Brokers;
import uk.kinbridge.platform.testing.Databases;
import uk.kinbridge.platform.testing.Tokens;

/** The whole service, with referral-service and directory-service played over HTTP. */
@SpringBootTest(properties = "kinbridge.messaging.prefix=test-peers-assessment")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = {Tokens.Realm.class, Databases.ForContext.class, Brokers.ForContext.class})
abstract class PeersPlayed {

    static final String FAMILY = "f-peers";
    static final Bearer TOM = worker("tom.brandt", "hackney-drug-treatment");
    static final Bearer SADE = worker("sade.okafor", "hackney-childrens-social-care");
    static final Bearer OWEN = worker("owen.price", "hackney-alcohol-treatment");

    static final WireMockServer REFERRAL = started();
    static final WireMockServer DIRECTORY = started();

    private static final int TOO_SLOW_MILLIS = 4_000;

    @Autowired
    MockMvc http;

    @Autowired
    List<CircuitBreaker> breakers;

    private static WireMockServer started() {
        var server = new WireMockServer(wireMockConfig().dynamicPort());
        server.start();
        return server;
    }

    @DynamicPropertySource
    static void peers(DynamicPropertyRegistry properties) {
        properties.add("kinbridge.peers.referral", REFERRAL::baseUrl);
        properties.add("kinbridge.peers.directory", DIRECTORY::baseUrl);
    }

    @BeforeEach
    void asInTheMorning() {
        REFERRAL.resetAll();
        DIRECTORY.resetAll();
        breakers.forEach(CircuitBreaker::reset);
    }

    /** What is no answer. */
    enum NoAnswer {
        UNAVAILABLE,
        TOO_MANY_REQUESTS,
        SLOW,
        NOT_JSON,
        HALF_OF_IT,
        NOTHING,
        CUT_OFF;

        ResponseDefinitionBuilder response() {
            var json = aResponse().withHeader("Content-Type", "application/json");
            return switch (this) {
                case UNAVAILABLE -> aResponse().withStatus(503);
                case TOO_MANY_REQUESTS -> aResponse().withStatus(429);
                case SLOW -> json.withBody("{}").withFixedDelay(TOO_SLOW_MILLIS);
                case NOT_JSON -> json.withBody("<html>It works!</html>");
                case HALF_OF_IT -> json.withBody("{\"reference\": \"F-2222-2222\"}");
                case NOTHING -> aResponse().withStatus(200);
                case CUT_OFF -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
            };
        }

        void by(WireMockServer peer) {
            peer.stubFor(any(anyUrl()).willReturn(response()));
        }
    }

    /** A parent and a child, with whom two agencies work; to anybody else there is no such family. */
    static void familyIsKnown() {
        familyIsKnownTo(TOM);
        familyIsKnownTo(SADE);
    }

    private static void familyIsKnownTo(Bearer who) {
        REFERRAL.stubFor(get(urlPathEqualTo("/api/families/" + FAMILY))
                .withHeader("Authorization", equalTo(who.header()))
                .willReturn(okJson("""
                {"id": "%s", "reference": "F-2222-2222",
                 "members": [{"id": "m-1", "kind": "ADULT", "givenName": "Robin"},
                             {"id": "m-2", "kind": "CHILD", "givenName": "Wren", "bornOn": "2019-06-02"}],
                 "relationships": [{"from": "m-1", "to": "m-2", "care": "MAIN", "contact": "LIVES_WITH"}],
                 "agencies": [{"agency": "hackney-drug-treatment"}, {"agency": "hackney-childrens-social-care"}],
                 "whatALaterVersionAdds": true}""".formatted(FAMILY))));
    }

    static void decisions(String items) {
        REFERRAL.stubFor(get(urlPathEqualTo("/api/families/" + FAMILY + "/sharing-decisions"))
                .willReturn(okJson("{\"items\": [" + items + "]}")));
    }

    private static Bearer worker(String username, String agency) {
        return Tokens.of(username).agency(agency).roles("practitioner");
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    MvcResult sent(Bearer by, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return http.perform(request.header("Authorization", by.header())).andReturn();
    }

    static int status(MvcResult result) {
        return result.getResponse().getStatus();
    }

    static JsonNode body(MvcResult result) throws Exception {
        return JsonMapper.shared().readTree(result.getResponse().getContentAsString());
    }
}
