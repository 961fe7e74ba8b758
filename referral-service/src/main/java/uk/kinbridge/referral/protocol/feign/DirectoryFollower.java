package uk.kinbridge.referral.protocol.feign;

import feign.FeignException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import uk.kinbridge.protocols.pack.UnresolvedPackException;
import uk.kinbridge.protocols.reading.UnreadableException;
import uk.kinbridge.referral.protocol.Protocols;

/**
 * Fetches what the directory has published, in the background: no referral waits for it, and while it is down the
 * copies answer.
 */
@Component
class DirectoryFollower {

    private static final Logger log = LoggerFactory.getLogger(DirectoryFollower.class);

    private final DirectoryClient directory;
    private final Protocols protocols;
    private boolean away;

    DirectoryFollower(DirectoryClient directory, Protocols protocols) {
        this.directory = directory;
        this.protocols = protocols;
    }

    @Scheduled(fixedDelayString = "${kinbridge.protocols.follow-interval:PT30S}", initialDelayString = "PT3S")
    void follow() {
        try {
            for (var published : directory.protocols().items()) {
                if (!protocols.knows(published.id(), published.version())) {
                    fetch(published);
                }
            }
            away = false;
        } catch (FeignException | org.springframework.security.oauth2.core.OAuth2AuthorizationException down) {
            if (!away) {
                log.warn(
                        "the directory does not answer; known protocols stay in use: {}",
                        down.getClass().getSimpleName());
            }
            away = true;
        }
    }

    private void fetch(DirectoryClient.PublishedVersion published) {
        var name = published.id() + "@" + published.version();
        var yaml = directory.source(published.id(), published.version());
        try {
            if (!protocols.learn(name, yaml, published.hash())) {
                log.error("{} as fetched is not what the directory has published; it is not used", name);
            }
        } catch (UnreadableException | UnresolvedPackException strange) {
            // It may extend one that has yet to be fetched, or need a newer release of this service.
            log.warn("{} cannot be used yet: {}", name, strange.getMessage());
        }
    }
}
