package uk.kinbridge.protocols.published.feign;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import uk.kinbridge.platform.security.peer.PeerTokensAutoConfiguration;
import uk.kinbridge.protocols.published.Calendars;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.protocols.published.mongo.CopiesAutoConfiguration;

/** Follows the directory where the service knows its address. */
@AutoConfiguration(after = {CopiesAutoConfiguration.class, PeerTokensAutoConfiguration.class})
@ConditionalOnProperty("kinbridge.peers.directory")
@EnableScheduling
@EnableFeignClients(clients = PublishedByDirectory.class)
public class FollowingAutoConfiguration {

    @Bean
    DirectoryFollower directoryFollower(PublishedByDirectory directory, Protocols protocols, Calendars calendars) {
        return new DirectoryFollower(directory, protocols, calendars);
    }
}
