package uk.kinbridge.assessment.config;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets a peer that hangs cost nobody's typing time: after a few failures in a row it is not asked for a while. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class PeerConfiguration {

    @Bean
    CircuitBreaker directoryBreaker() {
        return breaker("directory");
    }

    @Bean
    CircuitBreaker referralBreaker() {
        return breaker("referral");
    }

    private static CircuitBreaker breaker(String peer) {
        return CircuitBreaker.of(
                peer,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(6)
                        .minimumNumberOfCalls(3)
                        .waitDurationInOpenState(Duration.ofSeconds(10))
                        .build());
    }
}
