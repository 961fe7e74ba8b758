package uk.kinbridge.platform.security.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

class PeerTokensTest {

    private final List<String> asked = new ArrayList<>();
    private int status = 200;
    private HttpServer signIn = start();

    @BeforeEach
    void forget() {
        asked.clear();
    }

    @AfterEach
    void stop() {
        signIn.stop(0);
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_service_gets_a_token_for_itself_once_and_uses_it_until_it_expires() {
        run(tokens -> {
            assertThat(tokens.ofService()).isEqualTo("Bearer token-1");
            assertThat(tokens.ofService()).isEqualTo("Bearer token-1");
            assertThat(asked).hasSize(1);
            assertThat(asked.getFirst())
                    .contains("grant_type=client_credentials")
                    .contains("Basic "
                            + Base64.getEncoder()
                                    .encodeToString("referral-service:secret".getBytes(StandardCharsets.UTF_8)));
        });
    }

    @Test
    void a_sign_in_server_that_refuses_is_told_from_a_bug() {
        status = 401;
        run(tokens -> assertThatThrownBy(tokens::ofService).isInstanceOf(OAuth2AuthorizationException.class));
    }

    @Test
    void a_sign_in_server_that_is_away_is_told_from_a_bug() {
        signIn.stop(0);
        run(tokens -> assertThatThrownBy(tokens::ofService).isInstanceOf(OAuth2AuthorizationException.class));
    }

    @Test
    void the_token_of_the_caller_is_passed_on() {
        run(tokens -> {
            assertThatIllegalStateException().isThrownBy(tokens::ofCaller);
            Jwt jwt = new Jwt("callers-token", null, null, Map.of("alg", "none"), Map.of("sub", "1"));
            SecurityContextHolder.getContext()
                    .setAuthentication(new JwtAuthenticationToken(jwt, AuthorityUtils.NO_AUTHORITIES));
            assertThat(tokens.ofCaller()).isEqualTo("Bearer callers-token");
        });
    }

    @Test
    void an_interceptor_puts_the_token_on_a_request() {
        run(tokens -> {
            var request = new MockClientHttpRequest();
            try (var response =
                    tokens.asService().intercept(request, new byte[0], (sent, body) -> new MockClientHttpResponse())) {
                assertThat(response).isNotNull();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            assertThat(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION)).isEqualTo("Bearer token-1");
        });
    }

    @Test
    void a_service_without_an_account_calls_nobody() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(PeerTokensAutoConfiguration.class))
                .run(context -> assertThat(context).doesNotHaveBean(PeerTokens.class));
    }

    private void run(Consumer<PeerTokens> test) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(PeerTokensAutoConfiguration.class))
                .withPropertyValues(
                        "kinbridge.security.client.id=referral-service",
                        "kinbridge.security.client.secret=secret",
                        "kinbridge.security.client.token-uri=http://localhost:"
                                + signIn.getAddress().getPort() + "/token")
                .run(context -> test.accept(context.getBean(PeerTokens.class)));
    }

    private HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/token", exchange -> {
                String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                asked.add(form + " "
                        + Objects.requireNonNullElse(
                                exchange.getRequestHeaders().getFirst("Authorization"), ""));
                String answer = status == 200
                        ? "{\"access_token\":\"token-" + asked.size()
                                + "\",\"token_type\":\"Bearer\",\"expires_in\":300}"
                        : "{\"error\":\"invalid_client\"}";
                byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
