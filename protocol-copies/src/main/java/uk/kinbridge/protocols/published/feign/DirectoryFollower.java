package uk.kinbridge.protocols.published.feign;

import feign.FeignException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import uk.kinbridge.protocols.pack.UnresolvedPackException;
import uk.kinbridge.protocols.published.Calendars;
import uk.kinbridge.protocols.published.FollowDirectory;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.protocols.reading.UnreadableException;

/**
 * Fetches what the directory has published, when an event tells of it and now and then in any case: no case waits
 * for it, and while it is down the copies answer.
 */
class DirectoryFollower implements FollowDirectory {

    private static final Logger log = LoggerFactory.getLogger(DirectoryFollower.class);

    private final PublishedByDirectory directory;
    private final Protocols protocols;
    private final Calendars calendars;
    private boolean away;

    DirectoryFollower(PublishedByDirectory directory, Protocols protocols, Calendars calendars) {
        this.directory = directory;
        this.protocols = protocols;
        this.calendars = calendars;
    }

    @Scheduled(fixedDelayString = "${kinbridge.protocols.follow-interval:PT30S}", initialDelayString = "PT3S")
    void poll() {
        follow();
    }

    @Override
    public synchronized boolean follow() {
        try {
            followProtocols();
            followCalendars();
            away = false;
        } catch (FeignException | OAuth2AuthorizationException down) {
            if (!away) {
                log.warn(
                        "the directory does not answer; known protocols and calendars stay in use: {}",
                        down.getClass().getSimpleName());
            }
            away = true;
        }
        return !away;
    }

    private void followProtocols() {
        for (var published : directory.protocols().items()) {
            if (!protocols.knows(published.id(), published.version())) {
                fetch(published);
            }
        }
    }

    private void fetch(PublishedByDirectory.PublishedVersion published) {
        var name = published.id() + "@" + published.version();
        var yaml = directory.source(published.id(), published.version());
        try {
            if (protocols.learn(name, yaml, published.hash())) {
                log.info("{} is known from now on", name);
            } else {
                log.error("{} as fetched is not what the directory has published; it is not used", name);
            }
        } catch (UnreadableException | UnresolvedPackException strange) {
            // It may extend one that has yet to be fetched, or need a newer release of this service.
            log.warn("{} cannot be used yet: {}", name, strange.getMessage());
        }
    }

    private void followCalendars() {
        for (var published : directory.calendars().items()) {
            if (!calendars.knows(published.version())) {
                fetchCalendar(published.version());
            }
        }
    }

    private void fetchCalendar(String version) {
        try {
            if (calendars.learn(version, directory.calendarSource(version))) {
                log.info("the bank holidays of {} are known from now on", version);
            } else {
                log.error("the bank holidays of {} as fetched are another list; they are not used", version);
            }
        } catch (UnreadableException strange) {
            log.warn("the bank holidays of {} cannot be used: {}", version, strange.getMessage());
        }
    }
}
