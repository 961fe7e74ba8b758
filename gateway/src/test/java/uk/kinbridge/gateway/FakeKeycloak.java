package uk.kinbridge.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Keycloak as the gateway sees it: signing keys and a token endpoint. */
final class FakeKeycloak {

    static final String REALM = "/realms/kinbridge";

    final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private final RSAKey key = newKey("ours");

    FakeKeycloak() {
        server.start();
        server.stubFor(get(urlEqualTo(REALM + "/protocol/openid-connect/certs"))
                .willReturn(okJson(new JWKSet(key.toPublicJWK()).toString())));
    }

    String issuer() {
        return "http://localhost:" + server.port() + REALM;
    }

    /** A token of a person of their own, so that tests do not use up each other's share. */
    String token() {
        return token(UUID.randomUUID().toString());
    }

    String token(String subject) {
        return signed(claims(subject).build(), key);
    }

    String expiredToken() {
        return signed(
                claims("late")
                        .expirationTime(Date.from(Instant.EPOCH.plusSeconds(1)))
                        .build(),
                key);
    }

    String tokenOfAnotherIssuer() {
        return signed(claims("stranger").issuer("http://localhost/realms/other").build(), key);
    }

    String tokenSignedByAnother() {
        return signed(claims("forger").build(), newKey("ours"));
    }

    /** From now on the token endpoint hands out these. */
    void grants(String accessToken, int expiresIn, String refreshToken, String nonce) {
        String identity = signed(
                claims("sade")
                        .audience("kinbridge-gateway")
                        .claim("nonce", nonce)
                        .claim("azp", "kinbridge-gateway")
                        .claim("preferred_username", "sade.okafor")
                        .claim("name", "Sade Okafor")
                        .claim("agency", "hackney-childrens-social-care")
                        .claim("teams", List.of("assessment-team"))
                        .claim("roles", List.of("practitioner"))
                        .build(),
                key);
        server.stubFor(post(urlEqualTo(REALM + "/protocol/openid-connect/token"))
                .willReturn(okJson("""
                                {"access_token":"%s","token_type":"Bearer","expires_in":%d,"refresh_token":"%s",
                                 "id_token":"%s","scope":"openid profile"}""".formatted(accessToken, expiresIn, refreshToken, identity))
                        .withFixedDelay(200)));
    }

    void refusesToRefresh() {
        server.stubFor(post(urlEqualTo(REALM + "/protocol/openid-connect/token"))
                .willReturn(aResponse()
                        .withStatus(400)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"error\":\"invalid_grant\"}")));
    }

    private JWTClaimsSet.Builder claims(String subject) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(subject)
                .audience("referral-service")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
