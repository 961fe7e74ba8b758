package uk.kinbridge.platform.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A realm for tests, without Keycloak: one key, its public half served over HTTP, and tokens of any caller. The service
 * under test checks them with the same code as in production. Put
 * {@code @ContextConfiguration(initializers = Tokens.Realm.class)} on the test class and send
 * {@code Tokens.of("sade.okafor").agency("…").roles("practitioner").header()}.
 */
public final class Tokens {

    public static final String ISSUER = "http://sign-in.test/realms/kinbridge";

    private static final RSAKey KEY = generate("test");
    private static final RSAKey FOREIGN_KEY = generate("foreign");

    private Tokens() {}

    /** A token of somebody with this username, no agency and no roles yet, valid for every service of the suite. */
    public static Bearer of(String username) {
        return Bearer.of(username);
    }

    /** A token of one of the suite's services. */
    public static Bearer ofService(String clientId) {
        return Bearer.of("service-account-" + clientId).roles("service");
    }

    /** Where the public key is served; started on first use and gone with the JVM. */
    public static String jwkSetUri() {
        return KeyServer.URI;
    }

    static String sign(Map<String, Object> claims, boolean byForeignKey) {
        RSAKey key = byForeignKey ? FOREIGN_KEY : KEY;
        try {
            JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
            claims.forEach(set::claim);
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(KEY.getKeyID())
                            .build(),
                    set.build());
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey generate(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Points the service under test at this realm. */
    public static final class Realm implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + ISSUER,
                            "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + jwkSetUri())
                    .applyTo(context);
        }
    }

    private static final class KeyServer {

        static final String URI = start();

        private static String start() {
            byte[] keys = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            try {
                HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                server.createContext("/keys", exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, keys.length);
                    exchange.getResponseBody().write(keys);
                    exchange.close();
                });
                server.setExecutor(command -> Thread.ofVirtual().start(command));
                // the dispatcher inherits daemon from the thread that starts it
                Thread.ofPlatform().daemon().start(server::start).join();
                return "http://localhost:" + server.getAddress().getPort() + "/keys";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
