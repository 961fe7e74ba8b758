package uk.kinbridge.platform.security.peer;

import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;

/**
 * The {@code Authorization} header for a call to another service. A Feign client's configuration adds
 * {@code request -> request.header("Authorization", tokens.ofService())}; a RestClient takes an interceptor.
 */
public final class PeerTokens {

    static final String REGISTRATION = "self";

    private final OAuth2AuthorizedClientManager clients;
    private final String clientId;

    PeerTokens(OAuth2AuthorizedClientManager clients, String clientId) {
        this.clients = clients;
        this.clientId = clientId;
    }

    /**
     * The service speaks for itself, with role {@code service}; the token is kept until shortly before it expires.
     * Throws Spring Security's {@code OAuth2AuthorizationException} when the identity provider gives none, which an
     * adapter treats like a peer that is down.
     */
    public String ofService() {
        OAuth2AuthorizedClient client = clients.authorize(OAuth2AuthorizeRequest.withClientRegistrationId(REGISTRATION)
                .principal(clientId)
                .build());
        return "Bearer " + Objects.requireNonNull(client).getAccessToken().getTokenValue();
    }

    /** The service passes on the token of the person whose request it handles. */
    public String ofCaller() {
        if (SecurityContextHolder.getContext().getAuthentication()
                instanceof AbstractOAuth2TokenAuthenticationToken<?> authentication) {
            return "Bearer " + authentication.getToken().getTokenValue();
        }
        throw new IllegalStateException("No caller whose token could be passed on: use the service's own.");
    }

    public ClientHttpRequestInterceptor asService() {
        return (request, body, execution) -> {
            request.getHeaders().set(HttpHeaders.AUTHORIZATION, ofService());
            return execution.execute(request, body);
        };
    }

    public ClientHttpRequestInterceptor asCaller() {
        return (request, body, execution) -> {
            request.getHeaders().set(HttpHeaders.AUTHORIZATION, ofCaller());
            return execution.execute(request, body);
        };
    }
}
