package uk.kinbridge.protocols.published.rabbit;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import uk.kinbridge.protocols.published.Calendars;
import uk.kinbridge.protocols.published.FollowDirectory;
import uk.kinbridge.protocols.published.Protocols;

/** Hears at once of what the directory publishes, where the service follows it. */
@AutoConfiguration(
        afterName = {
            "uk.kinbridge.protocols.published.feign.FollowingAutoConfiguration",
            "uk.kinbridge.protocols.published.mongo.CopiesAutoConfiguration"
        })
@ConditionalOnBean(FollowDirectory.class)
public class HearingAutoConfiguration {

    @Bean
    PublishedHandler publishedHandler(Protocols protocols, Calendars calendars, FollowDirectory directory) {
        return new PublishedHandler(protocols, calendars, directory);
    }
}
