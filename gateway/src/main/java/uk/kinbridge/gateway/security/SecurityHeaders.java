package uk.kinbridge.gateway.security;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.stereotype.Component;

/** What browsers are told never to do with our answers. */
@Component
final class SecurityHeaders {

    private static final long TWO_YEARS = 2 * 365 * 24 * 3600L;

    private final String policy;
    private final boolean onlyHttps;

    SecurityHeaders(IdentityProvider provider, @Value("${kinbridge.hsts}") boolean onlyHttps) {
        this.onlyHttps = onlyHttps;
        // signing out is a form whose answer redirects to Keycloak, which browsers count as the form's target
        this.policy =
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                        + " font-src 'self'; form-action 'self' " + provider.origin()
                        + "; base-uri 'none'; frame-ancestors 'none'";
    }

    boolean secureCookies() {
        return onlyHttps;
    }

    void write(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(
                        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
        if (onlyHttps) {
            // the proxy in front ends TLS, so the request itself may look insecure here
            headers.httpStrictTransportSecurity(hsts -> hsts.requestMatcher(AnyRequestMatcher.INSTANCE)
                    .includeSubDomains(true)
                    .maxAgeInSeconds(TWO_YEARS));
        } else {
            headers.httpStrictTransportSecurity(HeadersConfigurer.HstsConfig::disable);
        }
    }
}
