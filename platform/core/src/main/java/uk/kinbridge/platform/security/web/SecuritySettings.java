package uk.kinbridge.platform.security.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code kinbridge.security.*}.
 *
 * @param audience the value that a token's {@code aud} must contain; the service's client id
 * @param permit further path patterns that need no token, for the profile that says so
 * @param client the service's own account at the identity provider, for calls to peers
 */
@ConfigurationProperties("kinbridge.security")
public record SecuritySettings(
        @Nullable String audience,
        @DefaultValue List<String> permit,
        @Nullable Client client) {

    /** A service-account client; without an id the service makes no calls of its own. */
    public record Client(
            @Nullable String id,
            @Nullable String secret,
            @Nullable String tokenUri) {}

    String requiredAudience() {
        if (audience == null || audience.isBlank()) {
            throw new IllegalStateException("Set kinbridge.security.audience: without it, tokens that were issued for"
                    + " another service would be accepted here.");
        }
        return audience;
    }
}
