package uk.kinbridge.notification.notice.web;

import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import uk.kinbridge.notification.notice.Backlog;
import uk.kinbridge.notification.notice.InMemoryNotices;
import uk.kinbridge.notification.notice.ReceiveNotice;
import uk.kinbridge.notification.notice.RequestBuilder;
import uk.kinbridge.platform.messaging.MessagingAutoConfiguration;
import uk.kinbridge.platform.testing.SettableTime;

/** The HTTP side of the inbox on notices in memory, without a broker; not marked, so that no scan finds it. */
@EnableAutoConfiguration(exclude = MessagingAutoConfiguration.class)
@Import({
    NoticeController.class,
    NoticeStreamController.class,
    NoticeStreams.class,
    Bundles.class,
    SentController.class,
    BacklogController.class
})
class InboxOverHttp {

    @Bean
    InMemoryNotices notices() {
        return new InMemoryNotices();
    }

    @Bean
    ReceiveNotice receiveNotice(InMemoryNotices notices) {
        return new ReceiveNotice(notices);
    }

    @Bean
    Backlog backlog() {
        return (now, agency) -> new Backlog.Numbers(3, 2, 1, 0);
    }

    @Bean
    Backlog.Queue queue() {
        return new Backlog.Queue() {
            @Override
            public OptionalLong depth() {
                return OptionalLong.of(7);
            }

            @Override
            public OptionalLong deadLetters() {
                return OptionalLong.empty();
            }
        };
    }

    @Bean
    TokenTime tokenTime() {
        var real = InstantSource.system();
        return expiry -> Duration.between(real.instant(), expiry);
    }

    @Bean
    InstantSource time() {
        return new SettableTime(RequestBuilder.MONDAY_TEN.plusSeconds(60));
    }
}
