package uk.kinbridge.platform.security.peer;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import uk.kinbridge.platform.security.web.SecuritySettings;

/** {@link PeerTokens} for a service that has an account of its own ({@code kinbridge.security.client.id}). */
@AutoConfiguration
@ConditionalOnProperty("kinbridge.security.client.id")
@EnableConfigurationProperties(SecuritySettings.class)
public class PeerTokensAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(PeerTokensAutoConfiguration.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Bean
    @ConditionalOnMissingBean
    PeerTokens peerTokens(SecuritySettings settings) {
        SecuritySettings.Client client = Objects.requireNonNull(settings.client());
        String id = required(client.id(), "id");
        ClientRegistration self = ClientRegistration.withRegistrationId(PeerTokens.REGISTRATION)
                .clientId(id)
                .clientSecret(secret(client))
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenUri(required(client.tokenUri(), "token-uri"))
                .build();
        var registrations = new InMemoryClientRegistrationRepository(self);
        var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(
                registrations, new InMemoryOAuth2AuthorizedClientService(registrations));
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .clientCredentials(credentials -> credentials.accessTokenResponseClient(impatient()))
                .build());
        return new PeerTokens(manager, id);
    }

    /** With timeouts: a sign-in server that hangs must not make this service hang. */
    private static RestClientClientCredentialsTokenResponseClient impatient() {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                java.net.http.HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        var tokens = new RestClientClientCredentialsTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return tokens;
    }

    /** A service starts without its secret, so that it can be looked at; it cannot call anybody then. */
    private static String secret(SecuritySettings.Client client) {
        String secret = client.secret();
        if (secret == null || secret.isBlank()) {
            LOG.warn("kinbridge.security.client.secret is not set: the sign-in server will refuse this service");
            return "";
        }
        return secret;
    }

    private static String required(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("Set kinbridge.security.client." + name + ".");
        }
        return value;
    }
}
