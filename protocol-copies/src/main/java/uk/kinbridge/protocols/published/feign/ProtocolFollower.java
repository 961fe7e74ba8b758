package uk.kinbridge.protocols.published.feign;

import feign.FeignException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import uk.kinbridge.protocols.pack.UnresolvedPackException;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.protocols.reading.UnreadableException;

/**
 * Fetches what the directory has published, in the background: no case waits for it, and while it is down the copies
 * answer.
 */
public class ProtocolFollower {

    private static final Logger log = LoggerFactory.getLogger(ProtocolFollower.class);

    private final PublishedByDirectory directory;
    private final Protocols protocols;
    private boolean away;

    ProtocolFollower(PublishedByDirectory directory, Protocols protocols) {
        this.directory = directory;
        this.protocols = protocols;
    }

    /** Looks once. A service that hears of a new version by an event may call it earlier than the next round. */
    @Scheduled(fixedDelayString = "${kinbridge.protocols.follow-interval:PT30S}", initialDelayString = "PT3S")
    public synchronized void follow() {
        try {
            for (var published : directory.protocols().items()) {
                if (!protocols.knows(published.id(), published.version())) {
                    fetch(published);
                }
            }
            away = false;
        } catch (FeignException | OAuth2AuthorizationException down) {
            if (!away) {
                log.warn(
                        "the directory does not answer; known protocols stay in use: {}",
                        down.getClass().getSimpleName());
            }
            away = true;
        }
    }

    private void fetch(PublishedByDirectory.PublishedVersion published) {
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
