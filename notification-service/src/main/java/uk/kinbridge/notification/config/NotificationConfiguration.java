package uk.kinbridge.notification.config;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.kinbridge.notification.notice.DeliverNotice;
import uk.kinbridge.notification.notice.FulfilNotices;
import uk.kinbridge.notification.notice.Fulfilments;
import uk.kinbridge.notification.notice.Notices;
import uk.kinbridge.notification.notice.ReceiveNotice;
import uk.kinbridge.notification.notice.web.TokenTime;

/** The use cases with their ports. */
@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

    @Bean
    DeliverNotice deliverNotice(Notices notices, Fulfilments fulfilments) {
        return new DeliverNotice(notices, fulfilments);
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
