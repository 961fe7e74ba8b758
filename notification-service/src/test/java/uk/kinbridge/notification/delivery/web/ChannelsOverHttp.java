package uk.kinbridge.notification.delivery.web;

import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import uk.kinbridge.notification.config.Shipped;
import uk.kinbridge.notification.delivery.DecideDelivery;
import uk.kinbridge.notification.delivery.Deliveries;
import uk.kinbridge.notification.delivery.TakeReceipt;
import uk.kinbridge.notification.delivery.TidingsBuilder;
import uk.kinbridge.notification.template.Templates;
import uk.kinbridge.notification.webhook.AdministerEndpoints;
import uk.kinbridge.notification.webhook.AllowRule;
import uk.kinbridge.notification.webhook.Endpoints;
import uk.kinbridge.notification.webhook.Secrets;
import uk.kinbridge.notification.webhook.http.SealedSecrets;
import uk.kinbridge.platform.messaging.MessagingAutoConfiguration;
import uk.kinbridge.platform.testing.SettableTime;

/** The HTTP side of the channels on the real database, without a broker and without anybody who carries. */
@EnableAutoConfiguration(exclude = MessagingAutoConfiguration.class)
@ComponentScan({
    "uk.kinbridge.notification.delivery.web",
    "uk.kinbridge.notification.delivery.mongo",
    "uk.kinbridge.notification.preference",
    "uk.kinbridge.notification.webhook.mongo",
    "uk.kinbridge.notification.webhook.web",
    "uk.kinbridge.notification.template.web"
})
class ChannelsOverHttp {

    @Bean
    DecideDelivery decideDelivery(Deliveries deliveries) {
        return new DecideDelivery(deliveries);
    }

    @Bean
    TakeReceipt takeReceipt(Deliveries deliveries) {
        return new TakeReceipt(deliveries);
    }

    @Bean
    Secrets secrets() {
        return new SealedSecrets("a key for tests");
    }

    @Bean
    AdministerEndpoints administerEndpoints(Endpoints endpoints, Secrets secrets) {
        return new AdministerEndpoints(endpoints, secrets, new AllowRule(List.of("hooks.example.gov.uk"), List.of()));
    }

    @Bean
    Templates templates() {
        return Shipped.templates();
    }

    @Bean
    InstantSource time() {
        return new SettableTime(TidingsBuilder.MONDAY_TEN);
    }
}
