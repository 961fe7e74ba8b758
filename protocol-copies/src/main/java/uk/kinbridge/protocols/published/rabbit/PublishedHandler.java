package uk.kinbridge.protocols.published.rabbit;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.kinbridge.platform.messaging.EventHandler;
import uk.kinbridge.platform.messaging.IncomingEvent;
import uk.kinbridge.protocols.published.Calendars;
import uk.kinbridge.protocols.published.FollowDirectory;
import uk.kinbridge.protocols.published.Protocols;

/**
 * The directory has published a protocol or a list of bank holidays: it is fetched at once. An event of something that
 * is known changes nothing. Where the directory is away just then, its own poll fetches it later, so the event need not
 * wait in the queue before those of other services.
 */
class PublishedHandler implements EventHandler {

    private static final Logger log = LoggerFactory.getLogger(PublishedHandler.class);
    static final String PROTOCOL = "uk.kinbridge.protocol.published.v1";
    static final String CALENDAR = "uk.kinbridge.calendar.published.v1";

    private final Protocols protocols;
    private final Calendars calendars;
    private final FollowDirectory directory;

    PublishedHandler(Protocols protocols, Calendars calendars, FollowDirectory directory) {
        this.protocols = protocols;
        this.calendars = calendars;
        this.directory = directory;
    }

    @Override
    public Set<String> types() {
        return Set.of(PROTOCOL, CALENDAR);
    }

    @Override
    public void handle(IncomingEvent event) {
        if (!isKnown(event) && !directory.follow()) {
            log.warn("{} is fetched later", event.subject());
        }
    }

    private boolean isKnown(IncomingEvent event) {
        var data = event.data();
        return event.type().equals(PROTOCOL)
                ? protocols.knows(
                        data.path("protocol").asString(""), data.path("version").asInt(0))
                : calendars.knows(data.path("version").asString(""));
    }
}
