package uk.kinbridge.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Everything around the gateway that belongs to somebody else; started once for all tests. */
final class Neighbours {

    static final FakeKeycloak KEYCLOAK = new FakeKeycloak();
    static final FakeEventStream NOTIFICATION = new FakeEventStream();
    static final WireMockServer DIRECTORY = service("directory");
    static final WireMockServer REFERRAL = service("referral");
    static final WireMockServer ASSESSMENT = service("assessment");
    static final WireMockServer ESCALATION = service("escalation");

    private Neighbours() {}

    static void register(DynamicPropertyRegistry properties) {
        properties.add("KINBRIDGE_ISSUER", KEYCLOAK::issuer);
        properties.add("KINBRIDGE_CLIENT_SECRET", () -> "secret");
        properties.add("KINBRIDGE_DIRECTORY_URL", DIRECTORY::baseUrl);
        properties.add("KINBRIDGE_REFERRAL_URL", REFERRAL::baseUrl);
        properties.add("KINBRIDGE_ASSESSMENT_URL", ASSESSMENT::baseUrl);
        properties.add("KINBRIDGE_ESCALATION_URL", ESCALATION::baseUrl);
        properties.add("KINBRIDGE_NOTIFICATION_URL", NOTIFICATION::url);
    }

    private static WireMockServer service(String name) {
        // a port that stays the same when a test stops and starts it
        var server = new WireMockServer(WireMockConfiguration.options().port(freePort()));
        server.start();
        answersAsUsual(server, name);
        return server;
    }

    static void answersAsUsual(WireMockServer server, String name) {
        server.resetAll();
        server.stubFor(any(anyUrl()).atPriority(10).willReturn(okJson("{\"service\":\"" + name + "\"}")));
        server.stubFor(get(urlEqualTo("/v3/api-docs")).willReturn(okJson("""
                                {"openapi":"3.1.0","info":{"title":"%s","version":"1"},
                                 "servers":[{"url":"http://internal-host:9999"}],
                                 "paths":{"/api/%s-things":{"get":{"responses":{"200":{"description":"ok"}}}}}}""".formatted(name, name))));
        server.stubFor(get(urlEqualTo("/problems")).willReturn(okJson("""
                                [{"type":"/problems/%s-special","title":"Special to %s","status":409,
                                  "description":"Only <%s> says this."},
                                 {"type":"/problems/not-found","title":"Not found","status":404,"description":"x"}]""".formatted(name, name, name))));
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
