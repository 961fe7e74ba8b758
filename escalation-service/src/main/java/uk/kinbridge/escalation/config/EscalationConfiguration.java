package uk.kinbridge.escalation.config;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.security.SecureRandom;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import uk.kinbridge.escalation.disagreement.Disagreements;
import uk.kinbridge.escalation.disagreement.HandleDisagreement;
import uk.kinbridge.escalation.disagreement.PinnedRules;
import uk.kinbridge.escalation.disagreement.RaiseDisagreement;
import uk.kinbridge.escalation.overdue.KeepConcerns;
import uk.kinbridge.escalation.overdue.ManagersTime;
import uk.kinbridge.escalation.overdue.OverdueConcerns;
import uk.kinbridge.escalation.overdue.RaiseSilence;
import uk.kinbridge.escalation.post.Posts;
import uk.kinbridge.escalation.record.Records;
import uk.kinbridge.platform.reference.HumanReference;
import uk.kinbridge.protocols.published.Calendars;
import uk.kinbridge.protocols.published.Protocols;

/** Puts the use cases together. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class EscalationConfiguration {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static String reference(char prefix) {
        return HumanReference.random(prefix, RANDOM).value();
    }

    /** Opens after a few failures in a row, so that a directory that hangs costs a rung's climb no time. */
    @Bean
    CircuitBreaker directoryBreaker() {
        return CircuitBreaker.of(
                "directory",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(6)
                        .minimumNumberOfCalls(3)
                        .waitDurationInOpenState(Duration.ofSeconds(10))
                        .build());
    }

    @Bean
    PinnedRules pinnedRules(Protocols protocols, Calendars calendars) {
        return new PinnedRules(protocols, calendars::newest);
    }

    @Bean
    RaiseDisagreement raiseDisagreement(
            Disagreements disagreements, Protocols protocols, Posts posts, Records records, Calendars calendars) {
        return new RaiseDisagreement(disagreements, protocols, posts, records, calendars::newest, () -> reference('D'));
    }

    @Bean
    HandleDisagreement handleDisagreement(Disagreements disagreements, PinnedRules rules, Posts posts) {
        return new HandleDisagreement(disagreements, rules, posts);
    }

    @Bean
    ManagersTime managersTime(Protocols protocols, Calendars calendars) {
        return new ManagersTime(protocols, calendars::newest);
    }

    @Bean
    KeepConcerns keepConcerns(OverdueConcerns concerns, ManagersTime time, HandleDisagreement disagreements) {
        return new KeepConcerns(concerns, time, disagreements, () -> reference('N'));
    }

    @Bean
    RaiseSilence raiseSilence(
            OverdueConcerns concerns, RaiseDisagreement raise, Disagreements disagreements, Protocols protocols) {
        return new RaiseSilence(concerns, raise, disagreements, protocols);
    }
}
