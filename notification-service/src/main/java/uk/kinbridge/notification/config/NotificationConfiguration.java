package uk.kinbridge.notification.config;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.kinbridge.notification.notice.Crowding;
import uk.kinbridge.notification.notice.DeliverNotice;
import uk.kinbridge.notification.notice.Duty;
import uk.kinbridge.notification.notice.FulfilNotices;
import uk.kinbridge.notification.notice.Fulfilments;
import uk.kinbridge.notification.notice.Notices;
import uk.kinbridge.notification.notice.ReceiveNotice;
import uk.kinbridge.notification.notice.web.TokenTime;

/** The use cases with their ports. */
@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

    @Bean
    DeliverNotice deliverNotice(
            Notices notices,
            Fulfilments fulfilments,
            Duty duty,
            @Value("${kinbridge.notices.bundle-after}") int bundleAfter) {
        return new DeliverNotice(notices, fulfilments, duty, new Crowding(bundleAfter));
    }

    /** Opens after a few failures in a row, so that a directory that hangs slows no notice down. */
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
    FulfilNotices fulfilNotices(Notices notices, Fulfilments fulfilments) {
        return new FulfilNotices(notices, fulfilments);
    }

    @Bean
    ReceiveNotice receiveNotice(Notices notices) {
        return new ReceiveNotice(notices);
    }

    @Bean
    TokenTime tokenTime() {
        var realTime = InstantSource.system();
        return expiry -> Duration.between(realTime.instant(), expiry);
    }
}
