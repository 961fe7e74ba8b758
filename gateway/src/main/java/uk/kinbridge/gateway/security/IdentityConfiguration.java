package uk.kinbridge.gateway.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.HttpSessionMutexListener;

/** Everything that talks to Keycloak: lazily, with timeouts, and with the last good keys when it does not answer. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentityProvider.class)
class IdentityConfiguration {

    static final String REGISTRATION = "kinbridge-gateway";

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(5);
    private static final Duration KEYS_SURVIVE_OUTAGE = Duration.ofHours(4);
    private static final Duration KEYS_ASKED_FOR_AT_MOST_EVERY = Duration.ofSeconds(5);
    private static final int KEYS_SIZE = 64 * 1024;

    @Bean
    JWKSource<SecurityContext> signingKeys(IdentityProvider provider) throws MalformedURLException {
        var retriever = new DefaultResourceRetriever((int) CONNECT.toMillis(), (int) READ.toMillis(), KEYS_SIZE);
        return JWKSourceBuilder.create(URI.create(provider.endpoint("certs")).toURL(), retriever)
                .rateLimited(KEYS_ASKED_FOR_AT_MOST_EVERY.toMillis())
                .outageTolerant(KEYS_SURVIVE_OUTAGE.toMillis())
                .build();
    }

    /** For bearer tokens; the audience is each service's own to check. */
    @Bean
    JwtDecoder bearerTokens(JWKSource<SecurityContext> keys, IdentityProvider provider) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys).build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(provider.issuer()));
        return decoder;
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> identityTokens(JWKSource<SecurityContext> keys) {
        return registration -> {
            NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys).build();
            decoder.setJwtValidator(
                    JwtValidators.createDefaultWithValidators(List.of(new OidcIdTokenValidator(registration))));
            decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
            return decoder;
        };
    }

    @Bean
    ClientRegistrationRepository clientRegistrations(IdentityProvider provider) {
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(provider.clientId())
                .clientSecret(provider.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid", "profile")
                .issuerUri(provider.issuer())
                .authorizationUri(provider.endpoint("auth"))
                .tokenUri(provider.endpoint("token"))
                .jwkSetUri(provider.endpoint("certs"))
                .providerConfigurationMetadata(Map.of("end_session_endpoint", provider.endpoint("logout")))
                .userNameAttributeName("preferred_username")
                .clientName("Kinbridge")
                .build());
    }

    @Bean
    OAuth2AuthorizedClientRepository authorizedClients() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange(
            ClientHttpRequestFactoryBuilder<?> factories, HttpClientSettings settings) {
        var exchange = new RestClientAuthorizationCodeTokenResponseClient();
        exchange.setRestClient(tokenEndpoint(factories, settings));
        return exchange;
    }

    @Bean
    OAuth2AuthorizedClientManager authorizedClientManager(
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientRepository clients,
            ClientHttpRequestFactoryBuilder<?> factories,
            HttpClientSettings settings) {
        var refresh = new RestClientRefreshTokenTokenResponseClient();
        refresh.setRestClient(tokenEndpoint(factories, settings));
        var manager = new DefaultOAuth2AuthorizedClientManager(registrations, clients);
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .authorizationCode()
                .refreshToken(token -> token.accessTokenResponseClient(refresh))
                .build());
        return new OneRefreshAtATime(manager);
    }

    /** Gives every session the lock that {@link OneRefreshAtATime} needs. */
    @Bean
    HttpSessionMutexListener sessionMutex() {
        return new HttpSessionMutexListener();
    }

    private static RestClient tokenEndpoint(ClientHttpRequestFactoryBuilder<?> factories, HttpClientSettings settings) {
        return RestClient.builder()
                .requestFactory(factories.build(settings.withTimeouts(CONNECT, READ)))
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }
}
