package uk.kinbridge.gateway.security;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The Keycloak realm that vouches for people. Its addresses follow from the issuer, so that the gateway starts while
 * Keycloak is down.
 */
@ConfigurationProperties("kinbridge")
record IdentityProvider(String issuer, String clientId, String clientSecret) {

    String endpoint(String name) {
        return issuer + "/protocol/openid-connect/" + name;
    }

    /** Where browsers are sent to, for the content security policy. */
    String origin() {
        URI address = URI.create(issuer);
        return address.getScheme() + "://" + address.getAuthority();
    }
}
