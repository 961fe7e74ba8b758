package uk.kinbridge.gateway.routing;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.net.http.HttpClient;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {

    /**
     * The services speak HTTP/1.1; offering them an upgrade with every request gains nothing. Whether an answer is
     * compressed is between the caller and the service: unpacking it here would also break its ETag.
     */
    @Bean
    ClientHttpRequestFactoryBuilderCustomizer<JdkClientHttpRequestFactoryBuilder> plainHttp() {
        return builder -> builder.withHttpClientCustomizer(client -> client.version(HttpClient.Version.HTTP_1_1))
                .withCustomizer(factory -> factory.enableCompression(false));
    }

    /** Without a time limiter: the HTTP client keeps the time, and a limiter's own threads would lose the request. */
    @Bean
    Resilience4JCircuitBreakerFactory circuitBreakers(CircuitBreakerRegistry breakers, TimeLimiterRegistry limiters) {
        var properties = new Resilience4JConfigurationProperties();
        properties.setDisableTimeLimiter(true);
        properties.setDisableThreadPool(true);
        return new Resilience4JCircuitBreakerFactory(breakers, limiters, null, properties);
    }
}
