package uk.kinbridge.gateway.security;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import jakarta.servlet.DispatcherType;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import uk.kinbridge.gateway.limits.Allowance;
import uk.kinbridge.gateway.limits.BodyLimitFilter;
import uk.kinbridge.gateway.limits.CallerLimitFilter;
import uk.kinbridge.gateway.limits.Limits;
import uk.kinbridge.gateway.limits.RefusedLimitFilter;
import uk.kinbridge.gateway.problem.ProblemAnswers;

/**
 * Three doors. What is published is for anybody, and nobody is asked who they are. Programs bring a bearer token with every call and get no session; browsers sign in at Keycloak, hold a
 * cookie, and must prove with each change that the page was ours. Which door it is depends on the Authorization header
 * alone, which no foreign page can make a browser send.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Limits.class)
class SecurityConfiguration {

    static final String SIGN_IN = "/oauth2/authorization/" + IdentityConfiguration.REGISTRATION;

    private final ProblemAnswers answers;
    private final Refusals refusals;
    private final SecurityHeaders headers;
    private final Limits limits;
    private final Allowance forCallers;
    private final Allowance forRefused;

    SecurityConfiguration(ProblemAnswers answers, Refusals refusals, SecurityHeaders headers, Limits limits) {
        this.answers = answers;
        this.refusals = refusals;
        this.headers = headers;
        this.limits = limits;
        this.forCallers = CallerLimitFilter.allowance(limits);
        this.forRefused = RefusedLimitFilter.allowance(limits);
    }

    /** A span around each filter of the chain costs more than the checks themselves, and nobody reads them. */
    @Bean
    SecurityObservationSettings noSpansOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain anybody(HttpSecurity http, Published published) {
        limited(http);
        return http.securityMatcher(published.toAnybody())
                .cors(cors -> cors.configurationSource(published.toPagesOfOtherSites()))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain programs(HttpSecurity http) {
        common(http);
        return http.securityMatcher(new AndRequestMatcher(
                        pathPattern("/api/**"), new RequestHeaderRequestMatcher(HttpHeaders.AUTHORIZATION)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> {})
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals)
                        .withObjectPostProcessor(failuresAreAnswered()))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    /** By default a sign-in server that does not answer would surface as a fault of ours. */
    private ObjectPostProcessor<BearerTokenAuthenticationFilter> failuresAreAnswered() {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(refusals::commence);
                return filter;
            }
        };
    }

    @Bean
    @Order(3)
    SecurityFilterChain browsers(HttpSecurity http, ClientRegistrationRepository registrations) {
        common(http);
        RequestMatcher navigation = navigation();
        var toSignIn = new LoginUrlAuthenticationEntryPoint(SIGN_IN);
        AuthenticationEntryPoint entry = (request, response, refused) ->
                (navigation.matches(request) ? toSignIn : refusals).commence(request, response, refused);
        var returnTo = new HttpSessionRequestCache();
        returnTo.setRequestMatcher(navigation);
        var signOut = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        signOut.setPostLogoutRedirectUri("{baseUrl}/");
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers("/api/**", "/docs/try")
                                .authenticated()
                                .requestMatchers("/actuator/health/**")
                                .permitAll()
                                .requestMatchers("/actuator/**")
                                .denyAll()
                                // the public pages, and for everything else a 404; what is protected is under /api
                                .anyRequest()
                                .permitAll())
                .csrf(csrf -> csrf.spa().csrfTokenRepository(csrfTokens()))
                .requestCache(cache -> cache.requestCache(returnTo))
                .oauth2Login(login -> login.loginPage(SIGN_IN).failureUrl("/?sign-in=failed"))
                .logout(logout -> logout.logoutSuccessHandler(signOut))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(entry).accessDeniedHandler(refusals))
                .build();
    }

    private void common(HttpSecurity http) {
        limited(http);
        http.addFilterAfter(new RefusedLimitFilter(forRefused), BodyLimitFilter.class);
    }

    private void limited(HttpSecurity http) {
        http.headers(headers::write)
                .addFilterAfter(new BodyLimitFilter(limits, answers), HeaderWriterFilter.class)
                .addFilterBefore(new CallerLimitFilter(forCallers, answers), AuthorizationFilter.class);
    }

    /** The page's script reads this cookie, so it cannot be HttpOnly; it is of no use without the session's. */
    private CookieCsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(
                cookie -> cookie.sameSite("Lax").secure(headers.secureCookies()).path("/"));
        return tokens;
    }

    /** A person going to a page, as opposed to a page's script fetching something. */
    private static RequestMatcher navigation() {
        var html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return new AndRequestMatcher(
                request -> HttpMethod.GET.matches(request.getMethod()),
                html,
                new NegatedRequestMatcher(new RequestHeaderRequestMatcher("X-Requested-With", "XMLHttpRequest")));
    }
}
